namespace FormatKit;

/// <summary>The ids of a declaration's fields and bits in Kaitai Struct, all different.</summary>
internal sealed class KaitaiIds
{
    private readonly Dictionary<string, string> _ids = [];
    private readonly HashSet<string> _taken = [];

    public KaitaiIds(LayoutInfo layout)
    {
        foreach (var field in layout.Fields)
        {
            Add(field, SchemaNames.Snake(field.Name));
        }
    }

    public KaitaiIds(RecordInfo record)
    {
        foreach (var field in record.Fields)
        {
            if (field.Value is { } value && field.Kind == RecordFieldKind.Value)
            {
                Add(value, SchemaNames.Snake(field.Name));
            }
            else
            {
                _ids[field.Name] = SchemaTypes.Free(SchemaNames.Snake(field.Name), _taken);
            }
        }

        foreach (var prefix in record.Fields.Select(SchemaFacts.PrefixOf).OfType<FieldInfo>())
        {
            Add(prefix, SchemaNames.Snake(prefix.Name.Replace(" (", "_", StringComparison.Ordinal).TrimEnd(')')));
        }
    }

    /// <summary>The ids of one field, which is all there is.</summary>
    public KaitaiIds(FieldInfo only, string id) => Add(only, id);

    public string Of(string name) => _ids[name];

    /// <summary>An id for something that is no field.</summary>
    public string Extra(string id) => SchemaTypes.Free(id, _taken);

    private void Add(FieldInfo field, string id)
    {
        _ids[field.Name] = SchemaTypes.Free(id, _taken);
        foreach (var part in Parts(field))
        {
            _taken.Add($"{_ids[field.Name]}_{part}");
        }

        foreach (var bits in field.Bits)
        {
            _ids[bits.Name] = SchemaTypes.Free(SchemaNames.Snake(bits.Name), _taken);
        }
    }

    /// <summary>The parts that a number is read in which Kaitai Struct has no type for.</summary>
    private static string[] Parts(FieldInfo field) =>
        field.Kind is FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp
            && field.Width is 3 or > 4 and < 8
            ? ["low", "high", "raw"]
            : [];
}
