/**
 * What the SQL for an engine that no test runs is made of: the words, functions and signs that it may have, each looked
 * up in the engine's own documentation. A parser takes what is written as a call for a function; these lists do not.
 *
 * - T-SQL: the Transact-SQL reference of Microsoft Learn, with its list of reserved keywords.
 * - Spark: the SQL reference of Apache Spark 3.5, with the reserved words of its ANSI mode.
 */

export type NotRun = 'sqlserver' | 'spark';

const list = (text: string) => new Set(text.trim().split(/\s+/));

const SHARED = list(`
  SELECT FROM WHERE GROUP BY HAVING ORDER AS ON JOIN LEFT UNION ALL AND OR NOT IN IS NULL LIKE BETWEEN DISTINCT
  CASE WHEN THEN ELSE END OVER PARTITION CREATE DROP TABLE INSERT INTO VALUES`);

const WORDS: Readonly<Record<NotRun, ReadonlySet<string>>> = {
  sqlserver: new Set([
    ...SHARED,
    ...list('COLLATE INT BIGINT SMALLINT VARCHAR OFFSET ROWS FETCH FIRST ONLY'),
  ]),
  spark: new Set([...SHARED, ...list('USING DIV INT BIGINT SMALLINT STRING LIMIT BOTH')]),
};

const SHARED_FUNCTIONS = list(
  'CAST COALESCE NULLIF SUBSTRING REPLACE TRANSLATE TRIM COUNT SUM MIN MAX ROW_NUMBER',
);

const FUNCTIONS: Readonly<Record<NotRun, ReadonlySet<string>>> = {
  sqlserver: new Set([...SHARED_FUNCTIONS, ...list('COUNT_BIG CONCAT NCHAR VARCHAR')]),
  spark: new Set([...SHARED_FUNCTIONS, ...list('bit_or monotonically_increasing_id')]),
};

const SIGNS: Readonly<Record<NotRun, ReadonlySet<string>>> = {
  sqlserver: list('( ) , . * + - / % & = <> < > <= >='),
  spark: list('( ) , . * + - / % = <> < > <= >='),
};

/** Words that cannot be a name unless they are quoted. */
const RESERVED: Readonly<Record<NotRun, ReadonlySet<string>>> = {
  sqlserver: list(`
    ADD ALL ALTER AND ANY AS ASC AUTHORIZATION BACKUP BEGIN BETWEEN BREAK BROWSE BULK BY CASCADE CASE CHECK CHECKPOINT
    CLOSE CLUSTERED COALESCE COLLATE COLUMN COMMIT COMPUTE CONSTRAINT CONTAINS CONTAINSTABLE CONTINUE CONVERT CREATE
    CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE DBCC DEALLOCATE DECLARE
    DEFAULT DELETE DENY DESC DISK DISTINCT DISTRIBUTED DOUBLE DROP DUMP ELSE END ERRLVL ESCAPE EXCEPT EXEC EXECUTE
    EXISTS EXIT EXTERNAL FETCH FILE FILLFACTOR FOR FOREIGN FREETEXT FREETEXTTABLE FROM FULL FUNCTION GOTO GRANT GROUP
    HAVING HOLDLOCK IDENTITY IDENTITYCOL IDENTITY_INSERT IF IN INDEX INNER INSERT INTERSECT INTO IS JOIN KEY KILL LEFT
    LIKE LINENO LOAD MERGE NATIONAL NOCHECK NONCLUSTERED NOT NULL NULLIF OF OFF OFFSETS ON OPEN OPENDATASOURCE OPENQUERY
    OPENROWSET OPENXML OPTION OR ORDER OUTER OVER PERCENT PIVOT PLAN PRECISION PRIMARY PRINT PROC PROCEDURE PUBLIC
    RAISERROR READ READTEXT RECONFIGURE REFERENCES REPLICATION RESTORE RESTRICT RETURN REVERT REVOKE RIGHT ROLLBACK
    ROWCOUNT ROWGUIDCOL RULE SAVE SCHEMA SECURITYAUDIT SELECT SESSION_USER SET SETUSER SHUTDOWN SOME STATISTICS
    SYSTEM_USER TABLE TABLESAMPLE TEXTSIZE THEN TO TOP TRAN TRANSACTION TRIGGER TRUNCATE TRY_CONVERT TSEQUAL UNION UNIQUE
    UNPIVOT UPDATE UPDATETEXT USE USER VALUES VARYING VIEW WAITFOR WHEN WHERE WHILE WITH WITHIN WRITETEXT`),
  spark: list(`
    ALL AND ANTI ANY AS AUTHORIZATION BOTH CASE CAST CHECK COLLATE COLUMN CONSTRAINT CREATE CROSS CURRENT_DATE
    CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DISTINCT ELSE END ESCAPE EXCEPT FALSE FETCH FILTER FOR FOREIGN FROM FULL
    GRANT GROUP HAVING IN INNER INTERSECT INTO IS JOIN LATERAL LEADING LEFT MINUS NATURAL NOT NULL OFFSET ON ONLY OR ORDER
    OUTER OVERLAPS PRIMARY REFERENCES RIGHT SELECT SEMI SESSION_USER SOME TABLE THEN TO TRAILING UNION UNIQUE UNKNOWN USER
    USING WHEN WHERE WITH WITHIN`),
};

/** A name of ours: lower case, in T-SQL also of a table of the session; or one that is quoted. */
const NAME: Readonly<Record<NotRun, RegExp>> = {
  sqlserver: /^(#?[a-z][a-z0-9_]*|\[[^\]]+\]|Latin1_General_100_BIN2_UTF8)$/,
  spark: /^([a-z][a-z0-9_]*|`[^`]+`)$/,
};

const TEXT: Readonly<Record<NotRun, RegExp>> = {
  sqlserver: /^N'(?:[^']|'')*'/,
  // A backslash is an escape, and a quote ends the text whatever stands after it.
  spark: /^'(?:[^'\\]|\\u[0-9a-f]{4})*'/,
};

const WORD = /^(#?[A-Za-z_][A-Za-z0-9_]*|\[[^\]]*\]|`[^`]*`)/;
const SIGN = /^(<>|<=|>=|::|\|\||\/\/|==|!=|<<|>>|[^\sA-Za-z0-9_])/;

function tokensOf(statement: string, dialect: NotRun): readonly string[] {
  const tokens: string[] = [];
  let rest = statement.trim();
  while (rest !== '') {
    const [token] =
      TEXT[dialect].exec(rest) ?? WORD.exec(rest) ?? /^\d+(\.\d+)?/.exec(rest) ?? SIGN.exec(rest)!;
    tokens.push(token);
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}

/** What in a statement the dialect does not have; nothing where all of it is known. */
export function unknownIn(statement: string, dialect: NotRun): readonly string[] {
  const tokens = tokensOf(statement, dialect);
  const unknown = tokens.filter((token, at) => {
    if (TEXT[dialect].test(token) || /^\d/.test(token) || SIGNS[dialect].has(token)) return false;
    if (WORDS[dialect].has(token)) return false;
    if (tokens[at + 1] === '(' && tokens[at - 1] !== 'TABLE' && tokens[at - 2] !== 'TABLE')
      return !FUNCTIONS[dialect].has(token);
    return !NAME[dialect].test(token) || RESERVED[dialect].has(token.toUpperCase());
  });
  if (dialect === 'sqlserver') return [...unknown, ...misplacedInTsql(tokens)];
  // A doubled quote is no quote before Spark 4, but the end of a text and the beginning of another.
  const isDoubled = tokens.some((token, at) => token.startsWith("'") && tokens[at + 1]?.startsWith("'"));
  return isDoubled ? [...unknown, 'a text after a text'] : unknown;
}

/** In T-SQL a query in FROM must have a name, cannot be put in order, and makes no table by CREATE. */
function misplacedInTsql(tokens: readonly string[]): readonly string[] {
  const faults = tokens[0] === 'CREATE' && tokens[3] !== '(' ? ['a table of a query'] : [];
  const open: { readonly isQueryInFrom: boolean; readonly isWindow: boolean }[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1] ?? '';
    if (token === '(') {
      const isQueryInFrom = ['FROM', 'JOIN'].includes(before) && tokens[at + 1] === 'SELECT';
      open.push({ isQueryInFrom, isWindow: before === 'OVER' });
    }
    if (token === 'ORDER' && open.length > 0 && !open.at(-1)!.isWindow)
      faults.push('ORDER BY within a query');
    if (token === ')' && open.pop()?.isQueryInFrom && tokens[at + 1] !== 'AS')
      faults.push('a query without a name');
  }
  return faults;
}
