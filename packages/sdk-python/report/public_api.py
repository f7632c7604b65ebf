"""Prints what is public in the package, as Markdown: a line for each thing that can be named.

A name is public as Python's type checkers see it: it is in `__all__` or, where there is none, it
does not begin with an underscore. What a class has from a base that is not public is its own. The
code is read, not run, and nothing that it imports has to be installed.
"""

import ast
import sys
from collections.abc import Iterator

import griffe

INDENT = "    "
SPECIAL_METHODS = {"__init__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__iter__"}


class Report:
    """What the public modules of a package say."""

    def __init__(self, package: griffe.Module) -> None:
        modules = [each for each in package.modules.values() if not each.name.startswith("_")]
        self.modules = [package, *sorted(modules, key=lambda each: each.path)]
        self._public = {
            member.path for module in self.modules for member in exports_of(module).values()
        }

    def lines_of_module(self, module: griffe.Module) -> Iterator[str]:
        for name, member in sorted(exports_of(module).items()):
            yield ""
            yield from self._lines_of(name, member)

    def _lines_of(self, name: str, member: griffe.Object) -> Iterator[str]:
        if isinstance(member, griffe.Class):
            yield from self._lines_of_class(name, member)
        elif isinstance(member, griffe.Function):
            yield from lines_of_function(name, member)
        elif isinstance(member, griffe.Attribute):
            yield from lines_of_attribute(name, member)

    def _lines_of_class(self, name: str, of: griffe.Class) -> Iterator[str]:
        hidden = {each.name for each in of.mro() if each.path not in self._public}
        bases = [base for base in map(str, of.bases) if base not in hidden]
        head = " ".join([*marks_of(of), f"class {name}"])
        yield f"{head}({', '.join(bases)})" if bases else head
        for member_name, member in sorted(of.all_members.items()):
            target = member.final_target if member.is_alias else member
            if self._is_told_with(of, member_name, target):
                for line in self._lines_of(member_name, target):
                    yield INDENT + line

    def _is_told_with(self, of: griffe.Class, name: str, member: griffe.Object) -> bool:
        if name.startswith("_") and name not in SPECIAL_METHODS:
            return False
        # The package makes its dataclasses itself: what it takes is nobody else's concern.
        if name == "__init__" and "dataclass" in of.labels:
            return False
        owner = member.parent
        return owner is None or owner.path == of.path or owner.path not in self._public


def marks_of(of: griffe.Class | griffe.Function) -> list[str]:
    """What its decorators forbid: to derive from it, to write to a field, or not to define it."""
    texts = [str(each.value) for each in of.decorators]
    names = {text.split("(")[0].rsplit(".", 1)[-1] for text in texts}
    frozen = any("frozen=True" in text.replace(" ", "") for text in texts)
    marks = {
        "abstract": "abstractmethod" in names,
        "final": "final" in names,
        "frozen": frozen,
    }
    return [mark for mark, is_set in marks.items() if is_set]


def exports_of(module: griffe.Module) -> dict[str, griffe.Object]:
    """What a module gives to others, by its name there."""
    listed = module.exports
    return {
        name: member.final_target if member.is_alias else member
        for name, member in module.members.items()
        if (name in listed if listed is not None else is_exported(name, member))
    }


def is_exported(name: str, member: griffe.Object | griffe.Alias) -> bool:
    return name == "__version__" or not (name.startswith("_") or member.is_module)


def lines_of_function(name: str, of: griffe.Function) -> Iterator[str]:
    labels = of.labels & {"async", "classmethod", "staticmethod"}
    yield " ".join([*marks_of(of), *sorted(labels), f"def {name}() -> {of.returns}"])
    position = 0
    for parameter in of.parameters:
        if parameter.name in ("self", "cls"):
            continue
        text = f"{parameter.name}: {parameter.annotation}"
        # A caller may also go by the order of those that are not for keywords only.
        if parameter.kind in (
            griffe.ParameterKind.positional_only,
            griffe.ParameterKind.positional_or_keyword,
        ):
            position += 1
            text = f"{position} {text}"
        if parameter.kind is griffe.ParameterKind.var_positional:
            yield f"{INDENT}*{text}"
        elif parameter.kind is griffe.ParameterKind.var_keyword:
            yield f"{INDENT}**{text}"
        elif parameter.default is None:
            yield f"{INDENT}required {text}"
        else:
            yield f"{INDENT}{text} = {value_of(parameter.default)}"


def value_of(default: str | griffe.Expr) -> str:
    """A default as a caller gets it: the value of a constant, not its name."""
    if isinstance(default, griffe.ExprName):
        constant = default.resolved
        if isinstance(constant, griffe.Alias):
            constant = constant.final_target
        if isinstance(constant, griffe.Attribute) and constant.value is not None:
            return str(constant.value)
    return str(default)


def lines_of_attribute(name: str, of: griffe.Attribute) -> Iterator[str]:
    if "property" in of.labels:
        yield f"property {name}: {of.annotation}"
    elif str(of.annotation) == "TypeAlias":
        yield f"type {name}"
        for choice in choices(ast.parse(str(of.value), mode="eval").body):
            yield f"{INDENT}| {choice}"
    elif of.annotation is not None:
        yield f"{name}: {of.annotation}"
    else:
        yield name


def choices(value: ast.expr) -> list[str]:
    """What a type can be, a line for each, so that one more does not change those before."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return choices(value.left) + choices(value.right)
    if isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Literal":
        parts = value.slice.elts if isinstance(value.slice, ast.Tuple) else [value.slice]
        return [f"Literal[{ast.unparse(part)}]" for part in parts]
    return [ast.unparse(value)]


def main(folder: str) -> None:
    report = Report(griffe.load("getclickmedia", search_paths=[folder], resolve_aliases=True))
    print("# The public API of `getclickmedia`\n")
    print("Written by `npm run generate`. Do not edit.")
    for module in report.modules:
        print(f"\n## {module.path}\n\n```python", end="")
        print("\n".join(report.lines_of_module(module)))
        print("```")


if __name__ == "__main__":
    main(sys.argv[1])
