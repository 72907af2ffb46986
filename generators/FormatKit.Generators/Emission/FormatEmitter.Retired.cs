using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

/// <summary>
/// What is obsolete with an error may be used by what is obsolete alone, so the code that has to use it says that it
/// is. Whether a caller hears of that, the file's pragma and the callers' own attributes decide.
/// </summary>
internal static partial class FormatEmitter
{
    private const string Obsolete = "[global::System.Obsolete]";

    /// <summary>The attribute before a member that uses a field.</summary>
    private static string Retired(PropertyModel property) => property.IsRetired ? Obsolete + " " : string.Empty;

    /// <summary>The attribute before what stands outside of the type.</summary>
    private static string Retired(TypeModel type) => type.IsRetired ? Obsolete + " " : string.Empty;

    /// <summary>The attribute before a member that uses all fields.</summary>
    private static string Retired(LayoutModel layout) =>
        layout.Fields.Any(field => field.Property.IsRetired
            || field.Bits.Any(bits => bits.Property.IsRetired)
            || field.Overlays.Any(overlay => overlay.Property.IsRetired))
            ? Obsolete + " "
            : string.Empty;
}
