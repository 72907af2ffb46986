using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Tests.Harness.Drawn;

/// <summary>What drawn declarations refer to.</summary>
internal static class SharedDeclarations
{
    private static readonly Lazy<byte[]> Bytes = new(Compile);

    private static readonly Lazy<MetadataReference> LazyReference =
        new(() => MetadataReference.CreateFromImage(Bytes.Value));

    private static readonly Lazy<System.Reflection.Assembly> Loaded = new(() =>
    {
        using var stream = new MemoryStream(Bytes.Value);
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    });

    /// <summary>They are another assembly, as formats of a library are.</summary>
    public static MetadataReference Reference => LazyReference.Value;

    /// <summary>Makes them there for what refers to them.</summary>
    public static void Load() => _ = Loaded.Value;

    private static byte[] Compile()
    {
        var run = GeneratorHarness.Run(GeneratorHarness.Compile(Source).WithAssemblyName("Shared"));
        Assert.Empty(run.Complaints);
        using var bytes = new MemoryStream();
        Assert.True(run.Output.Emit(bytes, cancellationToken: TestContext.Current.CancellationToken).Success);
        return bytes.ToArray();
    }

    private const string Source = """
        #pragma warning disable CS1591 // Nobody documents what is drawn.
        namespace Shared;

        public enum U8 : byte { None, One, Two, Many = 200 }
        [Flags] public enum F8 : byte { None, A = 1, B = 2, High = 128 }
        public enum S8 : sbyte { Low = -128, Minus = -1, Zero = 0, High = 127 }
        public enum S16 : short { Minus = -2, Plus = 2 }
        [Flags] public enum F16 : ushort { First = 1, Last = 32768 }
        public enum U32 : uint { Same = 7, Other = 7, Large = 0x80000000, @class = 9 }
        [Flags] public enum F32 : uint { Known = 0xF0, Top = 0x80000000 }
        public enum I32 { Zero, One, Minus = -1 }
        public enum U64 : ulong { Zero, All = ulong.MaxValue }
        [Flags] public enum F64 : ulong { One = 1, Top = 1UL << 63 }
        public enum I64 : long { Low = long.MinValue, Zero = 0 }
        public enum Empty : byte { }

        [BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct OneByte { public partial byte Value { readonly get; set; } }

        [BinaryLayout(3, ByteOrder.BigEndian)]
        public partial struct Plain
        {
            public partial byte Tag { readonly get; set; }
            public partial ushort Number { readonly get; set; }
        }

        [BinaryLayout(8, ByteOrder.LittleEndian)]
        public partial struct Summed
        {
            [Range(1, 9)] public partial uint Number { readonly get; set; }
            [Checksum<Crc32>] public partial uint Sum { readonly get; set; }
        }

        [BinaryLayout(5, ByteOrder.BigEndian)]
        public partial struct Marked
        {
            [Magic("mark")] public partial uint Mark { readonly get; set; }
            [EnumPolicy(UnknownValues.Reject)] public partial U8 Kind { readonly get; set; }
        }

        [BinaryRecord(ByteOrder.LittleEndian)]
        public sealed partial class Entry
        {
            public ushort Kind { get; set; }
            [Prefixed(1)] public byte[] Data { get; set; } = [];
        }

        [BinaryRecord(ByteOrder.BigEndian)]
        public partial struct Point
        {
            public byte X { get; set; }
            [Range(0, 99)] public short Y { get; set; }
        }

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial record Open { [Rest] public byte[] All { get; set; } = []; }

        [BinaryVariants<byte>]
        [Variant(1, typeof(ByteOne))]
        [Variant(2, typeof(ByteTwo))]
        public abstract partial class ByByte;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class ByteOne : ByByte { public uint Number { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class ByteTwo : ByByte { [Prefixed(1)] public byte[] Data { get; set; } = []; }

        [BinaryVariants<FourCC>]
        [Variant("ABCD", typeof(CodeOne))]
        [OtherVariant(typeof(CodeOther))]
        public abstract partial record ByCode;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial record CodeOne : ByCode { public ushort Number { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial record CodeOther : ByCode
        {
            [Tag] public FourCC Code { get; set; }
            [Rest] public byte[] Data { get; set; } = [];
        }

        [BinaryVariants<U8>]
        [Variant(U8.One, typeof(EnumOne))]
        [OtherVariant(typeof(EnumOther))]
        public abstract partial class ByEnum;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class EnumOne : ByEnum { public byte Number { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class EnumOther : ByEnum
        {
            [Tag] public U8 Tag { get; set; }
            public byte Same { get; set; }
        }
        """;
}
