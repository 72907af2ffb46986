namespace FormatKit.Cli.Tests;

/// <summary>Declarations as strangers' assemblies have them.</summary>
public static partial class First
{
    /// <summary>One of two of the name.</summary>
    [BinaryLayout(1, ByteOrder.LittleEndian)]
    public partial struct Twice
    {
        /// <summary>A number.</summary>
        public partial byte Small { readonly get; set; }
    }
}

/// <summary>Others.</summary>
public static partial class Second
{
    /// <summary>The other one of the name.</summary>
    [BinaryLayout(2, ByteOrder.LittleEndian)]
    public partial struct Twice
    {
        /// <summary>A number.</summary>
        public partial ushort Large { readonly get; set; }
    }

    /// <summary>A layout that cannot be used.</summary>
    [BinaryLayout(1, ByteOrder.LittleEndian)]
    public partial struct Broken
    {
        static Broken() => throw new InvalidOperationException("not today");

        /// <summary>A number.</summary>
        public partial byte Value { readonly get; set; }
    }
}
