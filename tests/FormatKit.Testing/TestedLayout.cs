namespace FormatKit.Testing;

/// <summary>A fixed layout that inputs are made for.</summary>
internal sealed class TestedLayout<T> : TestedFormat
    where T : struct, IBinaryLayout<T>
{
    public override string Name => Layout.InfoOf<T>().Name;

    public override IEnumerable<(string Name, byte[] Bytes)> Words => FieldWords.Of(Layout.InfoOf<T>());

    /// <summary>None: the fields of a layout always stand where they do.</summary>
    public override IEnumerable<(string What, byte[] Bytes)> Shapes => [];

    public override byte[] DrawValid(int seed)
    {
        var bytes = new byte[Layout.SizeOf<T>()];
        if (seed != 0)
        {
            new Random(seed).NextBytes(bytes);
        }

        var value = ValidLayouts.Draw<T>(new LawCase(bytes, seed));
        return [.. Layout.BytesOf(in value)];
    }

    public override bool IsValid(byte[] bytes) =>
        bytes.Length >= Layout.SizeOf<T>() && Layout.IsValid(in Layout.View<T>(bytes));

    public override IEnumerable<FieldMutation> MutateFields(byte[] bytes, int seed) =>
        bytes.Length >= Layout.SizeOf<T>() ? FieldMutations.Of(Layout.InfoOf<T>(), bytes, seed) : [];

    public override byte[]? Seal(byte[] bytes)
    {
        if (bytes.Length < Layout.SizeOf<T>())
        {
            return null;
        }

        byte[] result = [.. bytes];
        Layout.Seal(ref Layout.Edit<T>(result));
        return result;
    }
}
