namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="AnyBytesAreReadWithoutError"/>.</summary>
    public const string TotalityLaw = "any bytes are read without an error";

    /// <summary>
    /// Whatever the bytes are, extremes of fields among them, no accessor, validation, description, violation text,
    /// comparison or hash throws; <c>Read</c> throws a <see cref="LayoutException"/> with all violations when there are
    /// any, and nothing else.
    /// </summary>
    public static LawResult AnyBytesAreReadWithoutError<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var fields = PlacedField.AllOf(layout);
        return ForAll<T>(TotalityLaw, seed, example =>
        {
            var bytes = example.Bytes;
            foreach (var field in fields)
            {
                Attempt(field, () => ReadAll(field, bytes));
            }

            var violations = new ViolationList();
            Attempt(layout.Name, () => layout.Validate(bytes, violations));
            foreach (var violation in violations)
            {
                Attempt(violation.Field.Name, () =>
                    $"{violation} {violation.Code} {violation.Path} {violation.FoundText} {violation.ExpectedText}");
            }

            Attempt(layout.Name, () => layout.Describe(bytes));
            Attempt(layout.Name, () => Layout.View<T>(bytes).ToString());
            ExpectEquality<T>(layout, bytes);
            ExpectRead<T>(layout, bytes, violations.Count);
        });
    }

    private static string ReadAll(PlacedField field, byte[] bytes)
    {
        var holder = bytes.AsSpan(field.Offset - field.Field.Offset);
        var integer = field.Field.ReadInteger(holder) is { } value ? field.Field.Describe(value) : null;
        var raw = field.Field.GetBytes is null ? 0 : field.GetBytes(bytes).Length;
        return $"{(field.Field.Get is null ? null : field.Get(bytes))} {integer} {raw}";
    }

    private static void ExpectEquality<T>(LayoutInfo layout, byte[] bytes)
        where T : struct, IBinaryLayout<T>
    {
        var (value, same) = (Layout.View<T>(bytes), Layout.View<T>([.. bytes]));
        Attempt(layout.Name, () =>
        {
            if (!value.Equals(same) || value.GetHashCode() != same.GetHashCode())
            {
                throw new BrokenClaimException(layout.Name, "it does not equal a copy of itself");
            }

            return value;
        });
    }

    private static void ExpectRead<T>(LayoutInfo layout, byte[] bytes, int violations)
        where T : struct, IBinaryLayout<T>
    {
        var thrown = Attempt(layout.Name, () =>
        {
            try
            {
                Layout.Read<T>(bytes);
                return 0;
            }
            catch (LayoutException refusal)
            {
                return refusal.Violations.Count;
            }
        });
        if (thrown != violations || !Layout.TryRead<T>(bytes, out _))
        {
            throw new BrokenClaimException(layout.Name, $"Read reports {thrown} of {violations} violations");
        }
    }

    private static void Attempt<TResult>(PlacedField field, Func<TResult> act)
    {
        try
        {
            act();
        }
        catch (Exception thrown) when (thrown is not BrokenClaimException)
        {
            throw field.Broken($"{thrown.GetType().Name} is thrown: {thrown.Message}");
        }
    }

    private static TResult Attempt<TResult>(string path, Func<TResult> act)
    {
        try
        {
            return act();
        }
        catch (Exception thrown) when (thrown is not BrokenClaimException)
        {
            throw new BrokenClaimException(path, $"{thrown.GetType().Name} is thrown: {thrown.Message}");
        }
    }
}
