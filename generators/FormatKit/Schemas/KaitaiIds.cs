namespace FormatKit;

/// <summary>The ids of a layout's fields and bits in Kaitai Struct, all different.</summary>
internal sealed class KaitaiIds
{
    private readonly Dictionary<string, string> _ids = [];

    public KaitaiIds(LayoutInfo layout)
    {
        var taken = new HashSet<string>();
        foreach (var field in layout.Fields)
        {
            _ids[field.Name] = SchemaTypes.Free(SchemaNames.Snake(field.Name), taken);
            foreach (var part in Parts(field))
            {
                taken.Add($"{_ids[field.Name]}_{part}");
            }

            foreach (var bits in field.Bits)
            {
                _ids[bits.Name] = SchemaTypes.Free(SchemaNames.Snake(bits.Name), taken);
            }
        }
    }

    public string Of(string name) => _ids[name];

    /// <summary>The parts that a number is read in which Kaitai Struct has no type for.</summary>
    private static string[] Parts(FieldInfo field) =>
        field.Kind is FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp
            && field.Width is 3 or > 4 and < 8
            ? ["low", "high", "raw"]
            : [];
}
