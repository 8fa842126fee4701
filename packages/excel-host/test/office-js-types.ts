/** The classes of @types/office-js, read from its own file: what the tables are measured against. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

export interface DeclaredMember {
  readonly name: string;
  readonly kind: 'method' | 'read-only' | 'writable';
  /** As a table says it: `1.7`, or `ExcelApiOnline 1.1`. */
  readonly since: string | null;
  readonly isPreview: boolean;
}

const EVERYWHERE = new Set(['context', 'load', 'set', 'toJSON', 'track', 'untrack', 'isNullObject', 'items']);

function declarations(): ts.SourceFile {
  const file = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts');
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
}

export function declaredClasses(): Map<string, DeclaredMember[]> {
  const source = declarations();
  const classes = new Map<string, DeclaredMember[]>();
  for (const space of source.statements) {
    if (!ts.isModuleDeclaration(space) || space.name.text !== 'Excel' || !space.body) continue;
    for (const declaration of (space.body as ts.ModuleBlock).statements) {
      if (!ts.isClassDeclaration(declaration) || !declaration.name) continue;
      const members = new Map<string, DeclaredMember>();
      for (const member of declaration.members) {
        const declared = declaredMember(member, source);
        if (declared && !members.has(declared.name)) members.set(declared.name, declared);
      }
      classes.set(declaration.name.text, [...members.values()]);
    }
  }
  return classes;
}

function declaredMember(member: ts.ClassElement, source: ts.SourceFile): DeclaredMember | null {
  if (!member.name || !ts.isIdentifier(member.name) || EVERYWHERE.has(member.name.text)) return null;
  const comment = source.text.slice(member.getFullStart(), member.getStart(source));
  const set = /\[Api set: (\w+) ([\w.]+)/.exec(comment);
  const isReadOnly = ts.canHaveModifiers(member)
    ? (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)
    : false;
  return {
    name: member.name.text,
    kind: ts.isMethodDeclaration(member) ? 'method' : isReadOnly ? 'read-only' : 'writable',
    since: set && (set[1] === 'ExcelApi' ? set[2]! : `${set[1]!} ${set[2]!}`),
    isPreview: set?.[2]?.includes('BETA') ?? false,
  };
}

export function declaredEnums(): Map<string, Map<string, string>> {
  const enums = new Map<string, Map<string, string>>();
  for (const space of declarations().statements) {
    if (!ts.isModuleDeclaration(space) || space.name.text !== 'Excel' || !space.body) continue;
    for (const declaration of (space.body as ts.ModuleBlock).statements) {
      if (!ts.isEnumDeclaration(declaration)) continue;
      const members = enums.get(declaration.name.text) ?? new Map<string, string>();
      enums.set(declaration.name.text, members);
      for (const member of declaration.members) {
        const text =
          member.initializer && ts.isStringLiteral(member.initializer) ? member.initializer.text : '';
        members.set((member.name as ts.Identifier).text, text);
      }
    }
  }
  return enums;
}
