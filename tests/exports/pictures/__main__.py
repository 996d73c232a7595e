"""Draw and count the sample graph anew: `python -m tests.exports.pictures` (`make export-doc`)."""

from pathlib import Path
from tempfile import TemporaryDirectory

from graph.store import open_store
from tests.exports.pictures import BEGIN, END, FOLDER, PAGE, pictures, sample_store
from tests.exports.pictures.counted import rows


def main() -> None:
    """Write the pictures, and the table into the page."""
    with TemporaryDirectory() as place, open_store(sample_store(Path(place))) as store:
        FOLDER.mkdir(exist_ok=True)
        for name, content in pictures(store, Path(place)).items():
            (FOLDER / name).write_bytes(content)
        table = "".join(f"{row}\n" for row in rows(store, Path(place)))
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.partition(BEGIN)[0], page.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
