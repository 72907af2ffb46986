namespace FormatKit;

public static partial class Replica
{
    /// <summary>
    /// Makes a broken copy say what the whole one does, and seals it. A field that mirrors another gets the value of
    /// that one in the whole copy. A field that is each copy's own and mirrors none is kept where the broken copy still
    /// is such a structure, with every magic, constant and other rule but its checksums in place; else nothing in it
    /// can be trusted, and the field gets what the whole copy says.
    /// </summary>
    /// <returns>Whether all such fields could be kept; if not, set them before the copy is written.</returns>
    /// <exception cref="ArgumentException">The whole copy breaks a rule. Nothing is changed.</exception>
    public static bool Repair<T>(ref T broken, ref readonly T whole)
        where T : struct, IBinaryLayout<T> => Repair(ref broken, in whole, default, default);

    /// <summary>As <see cref="Repair{T}(ref T, ref readonly T)"/>, with what stands outside of each copy.</summary>
    /// <param name="broken">The copy to repair.</param>
    /// <param name="whole">The copy that keeps all rules.</param>
    /// <param name="brokenExternals">What stands outside of the broken copy once it is repaired: its sums are those.
    /// </param>
    /// <param name="wholeExternals">What stands outside of the whole copy.</param>
    public static bool Repair<T>(
        ref T broken,
        ref readonly T whole,
        scoped in ExternalRegions brokenExternals,
        scoped in ExternalRegions wholeExternals)
        where T : struct, IBinaryLayout<T>
    {
        if (!Layout.IsValid(in whole, in wholeExternals))
        {
            throw new ArgumentException(
                $"The copy of {T.Info.Name} to repair from breaks a rule itself.", nameof(whole));
        }

        var rules = default(OtherRules);
        Layout.Validate(in broken, ref rules);
        var repaired = whole;
        var keptAll = Keep(
            T.Info, 0, Layout.BytesOf(in broken), Layout.BytesOf(in whole), Layout.EditBytesOf(ref repaired),
            isTrusted: rules.Broken == 0);
        Layout.Seal(ref repaired, in brokenExternals);
        broken = repaired;
        return keptAll;
    }

    private static bool Keep(
        LayoutInfo layout,
        int start,
        ReadOnlySpan<byte> broken,
        ReadOnlySpan<byte> whole,
        Span<byte> repaired,
        bool isTrusted)
    {
        var keptAll = true;
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            var field = layout.Fields[index];
            var place = repaired.Slice(start + field.Offset, field.Width);
            if (field is { IsPerCopy: true, Mirrors: { } name })
            {
                whole.Slice(start + Find(layout, name).Offset, field.Width).CopyTo(place);
            }
            else if (field.IsPerCopy && isTrusted)
            {
                broken.Slice(start + field.Offset, field.Width).CopyTo(place);
            }
            else if (field.IsPerCopy)
            {
                keptAll = false;
            }
            else if (field.Nested is { } nested)
            {
                for (var at = start + field.Offset; at < start + field.End; at += nested.Size)
                {
                    keptAll &= Keep(nested, at, broken, whole, repaired, isTrusted);
                }
            }
        }

        return keptAll;
    }

    private struct OtherRules : IViolationSink
    {
        public int Broken { get; private set; }

        public void Add(in Violation violation) => Broken += violation.Kind == ViolationKind.Checksum ? 0 : 1;
    }
}
