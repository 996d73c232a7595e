"""The keywords and functions of SPARQL 1.1, by its grammar (section 19.8, note 1: in whatever case)."""

KEYWORDS = (
    "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "FROM", "NAMED", "PREFIX", "BASE", "DISTINCT", "REDUCED",
    "ORDER", "GROUP", "BY", "HAVING", "LIMIT", "OFFSET", "VALUES", "OPTIONAL", "UNION", "MINUS", "GRAPH", "FILTER",
    "BIND", "AS", "EXISTS", "NOT", "IN", "ASC", "DESC", "UNDEF", "TRUE", "FALSE", "SEPARATOR", "SERVICE", "SILENT",
)  # fmt: skip
OF_UPDATES = (
    "INSERT", "DELETE", "DATA", "WITH", "USING", "CLEAR", "DROP", "CREATE", "MOVE", "COPY", "ADD", "LOAD", "INTO",
    "DEFAULT", "ALL", "TO",
)  # fmt: skip
FUNCTIONS = (
    "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "STR", "LANG", "LANGMATCHES", "DATATYPE", "BOUND",
    "IRI", "URI", "BNODE", "RAND", "ABS", "CEIL", "FLOOR", "ROUND", "CONCAT", "STRLEN", "UCASE", "LCASE",
    "ENCODE_FOR_URI", "CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "YEAR", "MONTH", "DAY", "HOURS",
    "MINUTES", "SECONDS", "TIMEZONE", "TZ", "NOW", "UUID", "STRUUID", "MD5", "SHA1", "SHA256", "SHA384", "SHA512",
    "COALESCE", "IF", "STRLANG", "STRDT", "SAMETERM", "ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC", "REGEX",
    "SUBSTR", "REPLACE",
)  # fmt: skip
