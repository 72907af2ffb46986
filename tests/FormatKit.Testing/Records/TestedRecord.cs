namespace FormatKit.Testing;

/// <summary>A record that inputs are made for.</summary>
internal sealed class TestedRecord<T> : TestedFormat
    where T : IBinaryRecord<T>
{
    public override string Name => Records.InfoOf<T>().Name;

    public override IEnumerable<(string Name, byte[] Bytes)> Words => RecordWords.Of(Records.InfoOf<T>());

    public override IEnumerable<(string What, byte[] Bytes)> Shapes => RecordShapes.Of(Records.InfoOf<T>());

    public override byte[] DrawValid(int seed) => RecordDrawer.DrawValid(Records.InfoOf<T>(), seed).Bytes;

    public override bool IsValid(byte[] bytes) => Records.Parse<T>(bytes).IsValid;

    public override IEnumerable<FieldMutation> MutateFields(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var parts = RecordDecoder.TryRead(Records.InfoOf<T>(), bytes)?.Parts ?? [];
        return parts.SelectMany(part => FieldMutations.Of(part.Field, part.Path, part.Offset, bytes, random));
    }

    public override byte[]? Seal(byte[] bytes)
    {
        var parse = Records.Parse<T>(bytes);
        if (parse.Status != RecordStatus.Complete)
        {
            return null;
        }

        try
        {
            return [.. Records.ToBytes(parse.Value!), .. bytes[parse.Consumed..]];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
