using FormatKit.Disks.Storage;
using FormatKit.Testing;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>No store is forgotten: the contract of <c>SomeStore</c> is <c>SomeStoreContractTests</c>.</summary>
public sealed class StoreContractTests
{
    /// <summary>It records for a harness that never cancels, and takes no notice of it.</summary>
    private const string Exempt = "RecordingStore";

    /// <summary>Every store but those that a test has for itself, to count or to fail.</summary>
    public static TheoryData<string> Stores =>
    [
        .. new[] { typeof(ByteStore), typeof(LayoutLaws), typeof(StoreContractTests) }
            .SelectMany(known => known.Assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsNestedPrivate: false } && type.Name != Exempt)
            .Where(type => type.IsSubclassOf(typeof(ByteStore)))
            .Select(type => type.Name),
    ];

    [Theory, MemberData(nameof(Stores))]
    public void Every_store_is_under_the_contract(string store)
    {
        var tests = Array.Find(
            typeof(StoreContractTests).Assembly.GetTypes(), type => type.Name == $"{store}ContractTests");

        Assert.NotNull(tests);
        Assert.True(tests.IsSubclassOf(typeof(ByteStoreContract)));
    }
}
