namespace FormatKit;

/// <summary>
/// Which overlays lead to a field, as one number: two overlays of one layout have the same fields at the same places.
/// Each step is a byte, the outermost lowest: the overlay's index in its region plus 1. What has no room, a ninth step
/// or a 255th overlay, is left out, and then the first overlay that has the field is taken for it.
/// </summary>
internal static class OverlaySteps
{
    private const int StepBits = 8;
    private const ulong Unknown = 0xFF;

    /// <summary>The steps from a layout, of which the first is into one of its overlays.</summary>
    public static ulong Enter(int overlay, ulong rest) => (rest << StepBits) | StepOf(overlay);

    /// <summary>The steps with one more behind so many.</summary>
    public static ulong Append(ulong steps, int depth, int overlay) =>
        depth < sizeof(ulong) ? steps | (StepOf(overlay) << (StepBits * depth)) : steps;

    /// <summary>The index of the overlay that the first step is into; null where that is not known.</summary>
    public static int? First(ulong steps) =>
        (steps & Unknown) is not (0 or Unknown) and var step ? (int)step - 1 : null;

    /// <summary>The steps behind the first one.</summary>
    public static ulong Rest(ulong steps) => steps >> StepBits;

    private static ulong StepOf(int overlay) => Math.Min((ulong)overlay + 1, Unknown);
}
