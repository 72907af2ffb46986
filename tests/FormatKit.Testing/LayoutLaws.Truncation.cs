namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="TruncationsAreRefused"/>.</summary>
    public const string TruncationLaw = "truncations are refused";

    /// <summary>
    /// With 0 to Size - 1 bytes (a choice of these in a long layout), <c>TryRead</c> returns false, <c>Read</c> throws
    /// a <see cref="LayoutException"/>, and <c>View</c>, <c>Edit</c> and all that goes through the field table throw an
    /// <see cref="ArgumentException"/>.
    /// </summary>
    /// <param name="seed">Of no use here, as nothing is drawn; the laws are called alike.</param>
    public static LawResult TruncationsAreRefused<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var lengths = PlacesOf(layout, PlacedField.AllOf(layout), new Random(layout.Size)).ToList();
        return Law.Once($"{layout.Name}: {TruncationLaw}", layout.ToString(), () =>
        {
            foreach (var length in lengths)
            {
                var bytes = new byte[length];
                if (Layout.TryRead<T>(bytes, out _))
                {
                    throw new BrokenClaimException(layout.Name, $"{nameof(Layout.TryRead)} takes {length} bytes");
                }

                ExpectRefusal<LayoutException>(layout.Name, nameof(Layout.Read), length, () => Layout.Read<T>(bytes));
                ExpectRefusal<ArgumentException>(
                    layout.Name, nameof(Layout.View), length, () => Layout.View<T>(bytes));
                ExpectRefusal<ArgumentException>(
                    layout.Name, nameof(Layout.Edit), length, () => Layout.Edit<T>(bytes));
                ExpectRefusal<ArgumentException>(
                    layout.Name, nameof(LayoutInfo.Validate), length, () => layout.Validate(bytes, []));
                ExpectRefusal<ArgumentException>(
                    layout.Name, nameof(LayoutInfo.Seal), length, () => layout.Seal(bytes));
                ExpectRefusal<ArgumentException>(
                    layout.Name, nameof(LayoutInfo.Describe), length, () => layout.Describe(bytes));
            }

            foreach (var field in layout.Fields)
            {
                ExpectAccessorsRefuse(layout, field, layout.Size - 1);
                ExpectAccessorsRefuse(layout, field, field.Offset);
            }

            return lengths.Count;
        }) with { Law = TruncationLaw };
    }

    private static void ExpectAccessorsRefuse(LayoutInfo layout, FieldInfo field, int length)
    {
        var path = $"{layout.Name}.{field.Name}";
        var bytes = new byte[length];
        if (field is { Get: { } get, Set: { } set })
        {
            var value = get(new byte[layout.Size]);
            ExpectRefusal<ArgumentException>(path, nameof(FieldInfo.Get), length, () => get(bytes));
            ExpectRefusal<ArgumentException>(path, nameof(FieldInfo.Set), length, () => set(bytes, value));
        }

        foreach (var bits in field.Bits)
        {
            var value = bits.Get(new byte[layout.Size]);
            ExpectRefusal<ArgumentException>(path, bits.Name, length, () => bits.Get(bytes));
            ExpectRefusal<ArgumentException>(path, bits.Name, length, () => bits.Set(bytes, value));
        }

        foreach (var overlay in field.Overlays)
        {
            var value = overlay.Get(new byte[layout.Size]);
            ExpectRefusal<ArgumentException>(path, overlay.Name, length, () => overlay.Get(bytes));
            ExpectRefusal<ArgumentException>(path, overlay.Name, length, () => overlay.Set(bytes, value));
            ExpectRefusal<ArgumentException>(path, overlay.Name, length, () => overlay.GetBytes(bytes));
            ExpectRefusal<ArgumentException>(path, overlay.Name, length, () => overlay.EditBytes(bytes));
            ExpectRefusal<ArgumentException>(path, overlay.Name, length, () => overlay.Applies(bytes));
        }

        if (field.GetBytes is { } getBytes)
        {
            ExpectRefusal<ArgumentException>(path, nameof(FieldInfo.GetBytes), length, () => getBytes(bytes));
        }

        if (field.EditBytes is { } editBytes)
        {
            ExpectRefusal<ArgumentException>(path, nameof(FieldInfo.EditBytes), length, () => editBytes(bytes));
        }
    }

    private static void ExpectRefusal<TException>(string path, string operation, int length, Action act)
        where TException : Exception
    {
        try
        {
            act();
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other)
        {
            throw new BrokenClaimException(
                path, $"{operation} throws {other.GetType().Name} for {length} bytes, not {typeof(TException).Name}");
        }

        throw new BrokenClaimException(path, $"{operation} takes {length} bytes");
    }
}
