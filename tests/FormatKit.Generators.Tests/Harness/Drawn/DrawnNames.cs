namespace FormatKit.Generators.Tests.Harness.Drawn;

/// <summary>Names of members: plain ones, and all that generated code may use itself.</summary>
internal static class DrawnNames
{
    public static readonly string[] Awkward =
    [
        "Offsets", "Size", "Info", "Validate", "value", "start", "at0", "at1", "end0", "reader", "writer", "sizer",
        "target", "source", "broken", "sink", "layout", "bytes", "record", "Name", "NameBytes", "NameOrNull",
        "NameNull", "View", "Edit", "Seal", "Read", "TryRead", "Write", "ToBytes", "WriteTo", "Equals", "GetHashCode",
        "ToString", "Fields", "FieldTable", "RecordTable", "_bytes", "System", "FormatKit", "Layout", "Records",
        "FieldAccess", "FieldRules", "Length", "Count", "Item", "Shared", "HasRules", "Spec", "Doc", "IsValid",
        "get_First", "set_First", "EditName", "EditBytes", "EqualityContract", "PrintMembers", "Deconstruct",
        "holds0", "holds1", "position", "present", "content", "element", "run", "externals", "TSink", "TSelf",
        "Measure", "MinimumSize", "First", "FirstBytes", "FirstOrNull", "FirstNull", "Second", "SecondBytes",
        "@class", "@event", "@record", "@field", "@value", "@get", "@set", "@init", "@required", "@scoped", "@file",
        "@var", "@dynamic", "@nameof", "@await", "@async", "@where", "@partial", "@global", "@unmanaged", "@notnull",
        "@extension", "@this", "@base", "@object", "@default", "@is", "@in", "@out", "@ref", "@when", "@and", "@with",
        "Größe", "变量", "_", "__", "left", "right", "other", "obj", "hash", "Empty", "Byte", "Int32", "Span",
        "BinaryLayout", "Offset", "Encoding", "ToStringAsync", "Parent", "strictness", "violations", "consumed",
        "destination", "Of", "Get", "Set", "_value", "first", "last", "tag", "index", "length", "count", "text",
    ];

    public static readonly string[] Plain = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"];
}
