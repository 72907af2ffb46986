namespace FormatKit.Testing;

/// <summary>A record that inputs are made for.</summary>
internal sealed class TestedRecord<T> : TestedFormat
    where T : IBinaryRecord<T>
{
    public override string Name => Record.InfoOf<T>().Name;

    public override IEnumerable<(string Name, byte[] Bytes)> Words => RecordWords.Of(Record.InfoOf<T>());

    public override byte[] DrawValid(int seed) => RecordDrawer.DrawValid(Record.InfoOf<T>(), seed).Bytes;

    public override bool IsValid(byte[] bytes) => Record.Parse<T>(bytes).IsValid;

    public override IEnumerable<FieldMutation> MutateFields(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var parts = RecordDecoder.TryRead(Record.InfoOf<T>(), bytes)?.Parts ?? [];
        return parts.SelectMany(part => FieldMutations.Of(part.Field, part.Path, part.Offset, bytes, random));
    }

    public override byte[]? Seal(byte[] bytes)
    {
        var parse = Record.Parse<T>(bytes);
        if (parse.Status != RecordStatus.Complete)
        {
            return null;
        }

        try
        {
            return [.. Record.ToBytes(parse.Value!), .. bytes[parse.Consumed..]];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
