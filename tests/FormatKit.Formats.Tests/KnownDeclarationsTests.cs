using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests;

/// <summary>The lists of declarations by name leave none out.</summary>
public sealed class KnownDeclarationsTests
{
    private static readonly IEnumerable<Type> Declared =
        typeof(VhdFooter).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IBinaryFormat)));

    [Fact]
    public void Every_layout_is_known() =>
        Assert.Equal(
            Declared.Where(type => Implements(type, typeof(IBinaryLayout<>))).Select(type => type.Name).Order(),
            KnownLayouts.All.Select(layout => layout.Name).Order());

    [Fact]
    public void Every_record_is_known() =>
        Assert.Equal(
            Declared.Where(type => Implements(type, typeof(IBinaryRecord<>))).Select(type => type.Name).Order(),
            KnownRecords.All.Select(record => record.Name).Order());

    private static bool Implements(Type type, Type contract) => type.GetInterfaces()
        .Any(found => found.IsGenericType && found.GetGenericTypeDefinition() == contract);
}
