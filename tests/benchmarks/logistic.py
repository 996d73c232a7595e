"""A logistic model over figures by name, for the tables of weights: needs scikit-learn."""

from collections.abc import Mapping, Sequence


def fitted(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], strength: float, given: Mapping[str, float]
) -> dict[str, float]:
    """Weights by figure, "bias" among them; those that are given are taken as they are."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    vectors, scale = DictVectorizer(sparse=False), StandardScaler()
    kept = vectors.fit_transform([{k: v for k, v in row.items() if k != "bias" and k not in given} for row in rows])
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(scale.fit_transform(kept), right)
    weights = model.coef_[0] / scale.scale_
    bias = float(model.intercept_[0] - (weights * scale.mean_).sum())
    return {"bias": bias, **given, **dict(zip(vectors.feature_names_, map(float, weights), strict=True))}
