using FormatKit.Formats.Partitions;
using FormatKit.Formats.Vhd;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Testing.Tests.Allocations;

/// <summary>
/// Layouts of everything that can be declared allocate nothing: accessors, views of texts, times and ids, validation
/// with and without violations, sealing, editing, comparing. A text that is read is itself allocated, and that alone.
/// </summary>
public sealed class AllocationTests
{
    private static readonly Dictionary<string, AllocationCase> Cases = new()
    {
        [nameof(EveryKind)] = new AllocationCase<EveryKind>(),
        [nameof(EveryScalar)] = new AllocationCase<EveryScalar>(),
        [nameof(EveryStructure)] = new AllocationCase<EveryStructure>(),
        [nameof(EveryRule)] = new AllocationCase<EveryRule>(),
        [nameof(EveryChecksum)] = new AllocationCase<EveryChecksum>(),
        [nameof(EveryReach)] = new AllocationCase<EveryReach>(),
        [nameof(GptHeader)] = new AllocationCase<GptHeader>(),
        [nameof(VhdDynamicHeader)] = new AllocationCase<VhdDynamicHeader>(),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void No_accessor_allocates(string name) => Cases[name].CheckAccessors();

    [Theory, MemberData(nameof(Names))]
    public void A_text_is_all_that_reading_it_allocates_and_writing_it_allocates_nothing(string name) =>
        Cases[name].CheckTexts();

    [Theory, MemberData(nameof(Names))]
    public void Validation_allocates_nothing_whatever_the_bytes_are(string name) => Cases[name].CheckValidation();

    [Theory, MemberData(nameof(Names))]
    public void Sealing_copying_and_comparing_allocate_nothing(string name) => Cases[name].CheckOperations();
}
