namespace FormatKit.Formats;

/// <summary>Telling a structure by its magics alone.</summary>
internal static class LayoutMagic
{
    /// <summary>Whether all magics are there, whatever else is wrong.</summary>
    public static bool HasMagic<T>(in T layout)
        where T : struct, IBinaryLayout<T>
    {
        var wrong = default(WrongMagics);
        Layout.Validate(in layout, ref wrong);
        return wrong.Count == 0;
    }

    private struct WrongMagics : IViolationSink
    {
        public int Count { get; private set; }

        public void Add(in Violation violation) => Count += violation.Kind == ViolationKind.Magic ? 1 : 0;
    }
}
