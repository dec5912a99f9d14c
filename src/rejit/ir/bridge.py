"""The IR through which Python reaches a function.

Three ways lead from Python to a function:

direct   Every value is a scalar that ctypes passes as the C ABI does. Nothing is generated.

thunk    A vector, an aggregate or a wide integer by value, `byval`, `sret`, or a calling convention that is not C's:
         `thunk_ir` is IR for `void thunk(ptr args, ptr ret)`, which loads the arguments one scalar after the other
         from a block of memory, calls, and stores the result. The block is `argument_block`, a struct under the rules
         of `rejit.ir.types`; the thunk reads it with `align 1`, byte offsets and integer containers, so the
         datalayout of the module plays no part in it.

entry    The accelerator of the direct way: `entry_ir` is IR of a C function with CPython's METH_FASTCALL convention,
         `PyObject *entry(PyObject *self, PyObject *const *args, Py_ssize_t n)`, made of stable-ABI calls only.
         It converts what is plain (numbers in range, None, buffers) and hands all else, wrong arguments included, to
         the Python function in `self`, which gives the same answer more slowly. One entry serves all functions of the
         same `entry_key`, for `self` holds the address to call.

             self = (address: bytes of 8, slow: callable, indirect: tuple of classes whose buffer is not the memory that
                     a pointer to such an object means, ...)
"""

from __future__ import annotations

from rejit.ir.signature import (
    THUNK_ATTRIBUTES,
    Attributes,
    Parameter,
    Signature,
    integer_range,
    needs_thunk,
    unrepresentable,
)
from rejit.ir.types import (
    Array,
    Float,
    Integer,
    Pointer,
    Struct,
    Type,
    Vector,
    Void,
    container_bits,
    escape,
    leaf_count,
    offsets_of,
    size_of,
)

_ABI_ATTRIBUTES = THUNK_ATTRIBUTES | frozenset(("signext", "zeroext", "align"))

# --- the thunk


def argument_block(signature: Signature) -> Struct:
    """The memory a thunk reads its arguments from; `offsets_of` gives where each one is."""
    return Struct(tuple(p.type for p in signature.parameters))


def thunk_ir(signature: Signature, name: str, thunk_name: str, attributes: str = "") -> str:
    """A module's text: `define void @thunk_name(ptr %args, ptr %ret)`, which calls `@name`.

    `%args` has the layout of `argument_block`, `%ret` that of the result (not touched for void). `attributes` is
    appended to the definition: the thunk must be compiled for the same CPU features as the function, for they decide
    in which registers wide vectors travel. Raises `TypeError` for what cannot be called from Python.
    """
    reason = unrepresentable(signature)
    if reason is None and signature.varargs:
        reason = "it takes a variable number of arguments"
    if reason is not None:
        raise TypeError(f"{signature.name}(): {reason}")
    writer = _Writer()
    block = argument_block(signature)
    values = [
        writer.load(parameter.type, "%args", offset)
        for parameter, offset in zip(signature.parameters, offsets_of(block), strict=True)
    ]
    types = [f"{p.type}{_abi_text(p.attributes, p.pointee)}" for p in signature.parameters]
    arguments = ", ".join(f"{kind} {value}" for kind, value in zip(types, values, strict=True))
    number = signature.convention.removeprefix("cc")
    convention = f"cc {number}" if number.isdigit() else signature.convention
    callee = " ".join(part for part in (convention, _abi_text(signature.result_attributes, None).strip()) if part)
    target = f"{callee} {signature.result} @{escape(name)}".lstrip()
    if isinstance(signature.result, Void):
        writer.lines.append(f"call {target}({arguments})")
    else:
        writer.lines.append(f"%result = call {target}({arguments})")
        writer.store(signature.result, "%result", "%ret", 0)
    body = "".join(f"  {line}\n" for line in writer.lines)
    tail = f" {attributes}" if attributes else ""
    return (
        f"declare {target}({', '.join(types)})\n\n"
        f"define void @{escape(thunk_name)}(ptr %args, ptr %ret) uwtable{tail} {{\n{body}  ret void\n}}\n"
    )


def _abi_text(attributes: Attributes, pointee: Type | None) -> str:
    """The attributes that decide where a value travels, with a blank before each."""
    text = ""
    for key, value in attributes.items():
        if key in ("byval", "sret", "byref"):
            text += f" {key}({pointee})"
        elif key == "align":
            text += f" align {value}"
        elif key == "alignstack":
            text += f" alignstack({value})"
        elif key in _ABI_ATTRIBUTES:
            text += f" {key}"
    return text


class _Writer:
    """Appends instructions; each `load` returns the operand that holds the value."""

    __slots__ = ("count", "lines")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.count = 0

    def value(self, instruction: str) -> str:
        self.count += 1
        self.lines.append(f"%t{self.count} = {instruction}")
        return f"%t{self.count}"

    def load(self, kind: Type, base: str, offset: int) -> str:
        if isinstance(kind, (Vector, Array, Struct)):
            whole = "poison" if leaf_count(kind) else "zeroinitializer"
            for index, (part, at) in enumerate(_parts(kind, offset)):
                inner = self.load(part, base, at)
                if isinstance(kind, Vector):
                    whole = self.value(f"insertelement {kind} {whole}, {part} {inner}, i32 {index}")
                else:
                    whole = self.value(f"insertvalue {kind} {whole}, {part} {inner}, {index}")
            return whole
        address = self.value(f"getelementptr i8, ptr {base}, i64 {offset}")
        if isinstance(kind, Integer) and container_bits(kind.bits) != kind.bits:
            held = f"i{container_bits(kind.bits)}"
            return self.value(f"trunc {held} {self.value(f'load {held}, ptr {address}, align 1')} to {kind}")
        return self.value(f"load {kind}, ptr {address}, align 1")

    def store(self, kind: Type, value: str, base: str, offset: int) -> None:
        if isinstance(kind, (Vector, Array, Struct)):
            for index, (part, at) in enumerate(_parts(kind, offset)):
                if isinstance(kind, Vector):
                    inner = self.value(f"extractelement {kind} {value}, i32 {index}")
                else:
                    inner = self.value(f"extractvalue {kind} {value}, {index}")
                self.store(part, inner, base, at)
            return
        address = self.value(f"getelementptr i8, ptr {base}, i64 {offset}")
        if isinstance(kind, Integer) and container_bits(kind.bits) != kind.bits:
            held = f"i{container_bits(kind.bits)}"
            value, kind = self.value(f"zext {kind} {value} to {held}"), Integer(container_bits(kind.bits))
        self.lines.append(f"store {kind} {value}, ptr {address}, align 1")


def _parts(kind: Vector | Array | Struct, offset: int) -> list[tuple[Type, int]]:
    """The elements of an aggregate and where each one is, if the aggregate is at `offset`."""
    if isinstance(kind, Struct):
        return [(field, offset + at) for field, at in zip(kind.fields, offsets_of(kind), strict=True)]
    step = size_of(kind.element)
    return [(kind.element, offset + index * step) for index in range(kind.count)]


# --- the entry

_VIEW = "[10 x i64]"  # a Py_buffer, in the stable ABI since CPython 3.11: buf at 0, obj at 8, ndim (an int) at 36
_BUFFER_CONTIGUOUS = 8  # PyBUF_CONTIG_RO; PyBUF_SIMPLE would do, but NumPy then tells no dimensions
_BUFFER_WRITABLE = 1

_ENTRY_DECLARATIONS = """\
@_Py_NoneStruct = external global i8
declare ptr @PyTuple_GetItem(ptr, i64)
declare ptr @PyBytes_AsString(ptr)
declare ptr @PyErr_Occurred()
declare void @PyErr_Clear()
declare void @Py_IncRef(ptr)
declare i64 @PyLong_AsLongLong(ptr)
declare ptr @PyLong_FromLongLong(i64)
declare ptr @PyLong_FromUnsignedLongLong(i64)
declare ptr @PyLong_FromVoidPtr(ptr)
declare ptr @PyBool_FromLong(i64)
declare double @PyFloat_AsDouble(ptr)
declare ptr @PyFloat_FromDouble(double)
declare i32 @PyObject_IsInstance(ptr, ptr)
declare i32 @PyObject_GetBuffer(ptr, ptr, i32)
declare void @PyBuffer_Release(ptr)
declare ptr @PyObject_Vectorcall(ptr, ptr, i64, ptr)
"""


def has_entry(signature: Signature) -> bool:
    """Whether `entry_ir` serves this signature."""
    kinds = [signature.result, *(p.type for p in signature.parameters)]
    return not (
        needs_thunk(signature) or signature.varargs or any(isinstance(k, Float) and k.text == "x86_fp80" for k in kinds)
    )


def entry_key(signature: Signature, *, unsigned: bool = False) -> str:
    """Equal for two signatures that one entry can serve. Plain ASCII without blanks: fit for a symbol's name."""

    def code(kind: Type, attributes: Attributes) -> str:
        if isinstance(kind, Integer):
            letter = "u" if "zeroext" in attributes else "s" if "signext" in attributes else "i"
            return f"{letter}{kind.bits}"
        return {"float": "f", "double": "d", "void": "v", "ptr": "p"}[kind.text]

    codes = [code(signature.result, signature.result_attributes)]
    for parameter in signature.parameters:
        found = code(parameter.type, parameter.attributes)
        codes.append("r" if found == "p" and parameter.readonly else found)
    return ("U" if unsigned else "S") + "_".join(codes)


def entry_ir(signature: Signature, entry_name: str, attributes: str = "", *, unsigned: bool = False) -> str:
    """A module's text: `define ptr @entry_name(ptr %self, ptr %args, i64 %n)`, a METH_FASTCALL function.

    It calls the address in `self` with the function's own C signature while holding the GIL; the gate there lets it
    go. After the call a pending Python exception is passed on. Buffers stay exported until the call is over.
    Integers come back signed, unless the result is `zeroext` or `unsigned` is asked for. Only for signatures for which
    `has_entry` is true.
    """
    if not has_entry(signature):
        raise TypeError(f"{signature.name}(): no entry can be made for {signature}")
    writer = _EntryWriter(signature, unsigned)
    writer.write()
    tail = f" {attributes}" if attributes else ""
    head = f"define ptr @{escape(entry_name)}(ptr %self, ptr %args, i64 %n) uwtable{tail} {{\n"
    body = "".join(f"{line}\n" if line.endswith(":") else f"  {line}\n" for line in writer.lines)
    return f"{_ENTRY_DECLARATIONS}\n{head}{body}}}\n"


class _EntryWriter(_Writer):
    """The body of one entry.

    entry -> a0 -> a1 -> ... -> aN (calls) -> return
      any a -> clear (an exception is pending) -> slow (the Python function in self)
    """

    __slots__ = ("signature", "unsigned", "views")

    def __init__(self, signature: Signature, unsigned: bool) -> None:
        super().__init__()
        self.signature = signature
        self.unsigned = unsigned
        self.views = [f"%view{i}" for i, p in enumerate(signature.parameters) if isinstance(p.type, Pointer)]

    def write(self) -> None:
        parameters = self.signature.parameters
        for view in self.views:  # a view without an owner: releasing it does nothing
            self.lines.append(f"{view} = alloca {_VIEW}")
            self.lines.append(f"store ptr null, ptr {self.value(f'getelementptr i8, ptr {view}, i64 8')}")
        self.branch(f"icmp eq i64 %n, {len(parameters)}", "a0", "slow")
        operands = []
        for index, parameter in enumerate(parameters):
            self.lines.append(f"a{index}:")
            slot = self.value(f"getelementptr ptr, ptr %args, i64 {index}")
            operand = self.argument(index, parameter, self.value(f"load ptr, ptr {slot}"))
            operands.append(f"{parameter.type}{_abi_text(parameter.attributes, None)} {operand}")
        self.lines.append(f"a{len(parameters)}:")
        self.call(", ".join(operands))
        self.lines += ["clear:", "call void @PyErr_Clear()", "br label %slow", "slow:"]
        self.release()
        slow = self.value("call ptr @PyTuple_GetItem(ptr %self, i64 1)")
        answer = self.value(f"call ptr @PyObject_Vectorcall(ptr {slow}, ptr %args, i64 %n, ptr null)")
        self.lines.append(f"ret ptr {answer}")

    def branch(self, condition: str, yes: str, no: str) -> None:
        self.lines.append(f"br i1 {self.value(condition)}, label %{yes}, label %{no}")

    def release(self) -> None:
        self.lines += [f"call void @PyBuffer_Release(ptr {view})" for view in self.views]

    def argument(self, index: int, parameter: Parameter, given: str) -> str:
        """Convert one object; leaves the block for the next argument's, or for slow."""
        if isinstance(parameter.type, Integer):
            return self.integer(index, parameter.type, given)
        if isinstance(parameter.type, Pointer):
            return self.pointer(index, parameter, given)
        number = self.value(f"call double @PyFloat_AsDouble(ptr {given})")
        self.unless_failed(index, f"fcmp oeq double {number}, -1.0")
        if parameter.type.text == "float":
            number = self.value(f"fptrunc double {number} to float")
        self.lines.append(f"br label %a{index + 1}")
        return number

    def unless_failed(self, index: int, suspicious: str) -> None:
        """Go on in a new block, unless the value is -1 and an exception says that it is no value."""
        self.branch(suspicious, f"a{index}.suspicious", f"a{index}.good")
        self.lines.append(f"a{index}.suspicious:")
        error = self.value("call ptr @PyErr_Occurred()")
        self.branch(f"icmp eq ptr {error}, null", f"a{index}.good", "clear")
        self.lines.append(f"a{index}.good:")

    def integer(self, index: int, kind: Integer, given: str) -> str:
        number = self.value(f"call i64 @PyLong_AsLongLong(ptr {given})")
        self.unless_failed(index, f"icmp eq i64 {number}, -1")
        if kind.bits == 64:
            self.lines.append(f"br label %a{index + 1}")
            return number
        low, high = integer_range(kind.bits)
        narrow = self.value(f"trunc i64 {number} to {kind}")
        above = self.value(f"sub i64 {number}, {low}")
        self.branch(f"icmp ule i64 {above}, {high - low}", f"a{index + 1}", "slow")
        return narrow

    def pointer(self, index: int, parameter: Parameter, given: str) -> str:
        """None is null, a buffer is its memory; ctypes' pointers and NumPy's scalars (no dimensions) go to Python."""
        view = f"%view{index}"
        self.branch(f"icmp eq ptr {given}, @_Py_NoneStruct", f"a{index}.join", f"a{index}.object")
        self.lines.append(f"a{index}.object:")
        base = self.value("call ptr @PyTuple_GetItem(ptr %self, i64 2)")
        kind = self.value(f"call i32 @PyObject_IsInstance(ptr {given}, ptr {base})")
        self.branch(f"icmp eq i32 {kind}, 0", f"a{index}.buffer", f"a{index}.other")
        self.lines.append(f"a{index}.other:")
        self.branch(f"icmp slt i32 {kind}, 0", "clear", "slow")
        self.lines.append(f"a{index}.buffer:")
        flags = _BUFFER_CONTIGUOUS if parameter.readonly else _BUFFER_CONTIGUOUS | _BUFFER_WRITABLE
        status = self.value(f"call i32 @PyObject_GetBuffer(ptr {given}, ptr {view}, i32 {flags})")
        self.branch(f"icmp eq i32 {status}, 0", f"a{index}.exported", "clear")
        self.lines.append(f"a{index}.exported:")
        start = self.value(f"load ptr, ptr {view}")
        dimensions = self.value(f"load i32, ptr {self.value(f'getelementptr i8, ptr {view}, i64 36')}")
        self.branch(f"icmp eq i32 {dimensions}, 0", "slow", f"a{index}.join")
        self.lines.append(f"a{index}.join:")
        address = self.value(f"phi ptr [ null, %a{index} ], [ {start}, %a{index}.exported ]")
        self.lines.append(f"br label %a{index + 1}")
        return address

    def call(self, operands: str) -> None:
        result = self.signature.result
        holder = self.value("call ptr @PyTuple_GetItem(ptr %self, i64 0)")
        word = self.value(f"call ptr @PyBytes_AsString(ptr {holder})")
        target = self.value(f"load ptr, ptr {word}, align 1")
        call = f"call{_abi_text(self.signature.result_attributes, None)} {result} {target}({operands})"
        if isinstance(result, Void):
            self.lines.append(call)
            value = ""
        else:
            value = self.value(call)
        self.release()
        error = self.value("call ptr @PyErr_Occurred()")
        self.branch(f"icmp eq ptr {error}, null", "result", "raised")
        self.lines += ["raised:", "ret ptr null", "result:"]
        self.lines.append(f"ret ptr {self.boxed(result, value)}")

    def boxed(self, kind: Type, value: str) -> str:
        if isinstance(kind, Void):
            self.lines.append("call void @Py_IncRef(ptr @_Py_NoneStruct)")
            return "@_Py_NoneStruct"
        if isinstance(kind, Pointer):
            return self.value(f"call ptr @PyLong_FromVoidPtr(ptr {value})")
        if isinstance(kind, Float):
            wide = self.value(f"fpext float {value} to double") if kind.text == "float" else value
            return self.value(f"call ptr @PyFloat_FromDouble(double {wide})")
        assert isinstance(kind, Integer)
        unsigned = self.unsigned or kind.bits == 1 or "zeroext" in self.signature.result_attributes
        extend = "zext" if unsigned else "sext"
        wide = value if kind.bits == 64 else self.value(f"{extend} {kind} {value} to i64")
        make = "PyLong_FromUnsignedLongLong" if unsigned else "PyLong_FromLongLong"
        if kind.bits == 1:
            make = "PyBool_FromLong"
        return self.value(f"call ptr @{make}(i64 {wide})")
