"""Text that attacks a page: tags, ends of scripts, template marks, control and bidi characters, very long names."""

PAYLOADS = [
    '<img src=x onerror="window.hit=1">',
    "</script><script>window.hit=2</script>",
    "<!--<script>window.hit=3",
    "</style><style>body{display:none}</style>",
    "the word href and \"quotes' and &amp; &lt;b&gt;",
    '<a href="javascript:window.hit=4">press</a>',
    "{{ 7*7 }}{% raw %}${window.hit=5}#{x}",
    "line\u2028separator\u2029and\u0085next",
    "null\x00bell\x07escape\x1b[31m",
    "\u202egnp.exe\u2066 right to left \u200f",
    "__proto__",
    "constructor",
    "toString",
    '=HYPERLINK("http://attack.invalid")',
    "<svg onload=window.hit=6><math><mtext></form>",
    "🙂 賴清德 Ł\u0301ódź مرحبا",
    "<iframe srcdoc='<script>parent.hit=7</script>'>",
    "X" * 60_000,
    "<b>" * 2_000,
]
