namespace FormatKit.Testing;

/// <summary>
/// Checksums by the table alone: what it says is covered is laid together, byte by byte, and the algorithm runs once
/// over all of it. No range of generated code takes part.
/// </summary>
internal static class TableChecksums
{
    /// <summary>The checksums that are wrong.</summary>
    /// <param name="bytes">The outermost layout.</param>
    /// <param name="fields">All its fields.</param>
    /// <param name="externals">The regions outside of the outermost layout by name; checksums over others are not
    /// judged.</param>
    public static IEnumerable<BrokenRule> BrokenBy(
        byte[] bytes, IReadOnlyList<PlacedField> fields, IReadOnlyDictionary<string, byte[]> externals)
    {
        foreach (var field in fields)
        {
            foreach (var checksum in field.Field.Checksums.Where(checksum => Counts(bytes, field, checksum)))
            {
                if (checksum.External is not null
                    && (!field.ReachesExternals || !externals.ContainsKey(checksum.External)))
                {
                    continue;
                }

                byte[] covered = [.. Covered(bytes, field, checksum)];
                if (checksum.External is { } name)
                {
                    covered = [.. covered, .. externals[name]];
                }

                if (!checksum.Compute(covered).SequenceEqual(checksum.Residue ?? Stored(bytes, field)))
                {
                    yield return new BrokenRule(ViolationKind.Checksum, field.Path, field.Offset);
                }
            }
        }
    }

    /// <summary>The fields whose value cannot be the number of bytes that a checksum covers.</summary>
    public static IEnumerable<BrokenRule> BrokenLengths(byte[] bytes, IEnumerable<PlacedField> fields) =>
        from field in fields
        from checksum in field.Field.Checksums
        where checksum.LengthField is not null && Chosen(bytes, field, checksum)
        let length = Sibling(field, checksum.LengthField!)
        where Token(bytes, field, length) < (ulong)field.Field.End
            || Token(bytes, field, length) > (ulong)field.Layout.Size
        select new BrokenRule(
            ViolationKind.ChecksumLength, field.Path[..^field.Field.Name.Length] + length.Name,
            field.Offset - field.Field.Offset + length.Offset);

    private static bool Counts(byte[] bytes, PlacedField field, ChecksumInfo checksum) =>
        Chosen(bytes, field, checksum)
        && (checksum.LengthField is not { } name
            || (Token(bytes, field, Sibling(field, name)) is var length
                && length >= (ulong)field.Field.End && length <= (ulong)field.Layout.Size));

    private static bool Chosen(byte[] bytes, PlacedField field, ChecksumInfo checksum) =>
        field.Counts(bytes)
        && (checksum.Condition is not { } condition
            || Token(bytes, field, Sibling(field, condition.Member)) == condition.Value);

    private static IEnumerable<byte> Covered(byte[] bytes, PlacedField field, ChecksumInfo checksum)
    {
        var start = field.Offset - field.Field.Offset;
        var end = checksum.LengthField is { } name
            ? (int)Token(bytes, field, Sibling(field, name))
            : field.Layout.Size;
        foreach (var range in checksum.Ranges)
        {
            for (var index = range.Start.Value; index < Math.Min(range.End.Value, end); index++)
            {
                var isOwn = index >= field.Field.Offset && index < field.Field.End;
                switch (checksum.Self)
                {
                    case ChecksumSelf.Zero when isOwn: yield return 0; break;
                    case ChecksumSelf.Filled when isOwn: yield return checksum.Fill; break;
                    case ChecksumSelf.Excluded when isOwn: break;
                    default: yield return bytes[start + index]; break;
                }
            }
        }
    }

    private static byte[] Stored(byte[] bytes, PlacedField field)
    {
        byte[] stored = [.. bytes.AsSpan(field.Offset..field.End)];
        if (field.Field.Kind == FieldKind.Unsigned && field.Field.Order == ByteOrder.LittleEndian)
        {
            Array.Reverse(stored);
        }

        return stored;
    }

    private static FieldInfo Sibling(PlacedField field, string name) =>
        field.Layout.Fields.Single(sibling => sibling.Name == name);

    private static ulong Token(byte[] bytes, PlacedField field, FieldInfo sibling) =>
        (ulong)TableDecoder.Token(
            sibling, bytes.AsSpan(field.Offset - field.Field.Offset + sibling.Offset, sibling.Width))!.Value;
}
