using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>The number that tells a child that its parent has changed.</summary>
internal static class VmdkContentId
{
    /// <summary>A content id for a new disk.</summary>
    public static uint New() => Convert.ToUInt32(Digits(8, except: VmdkDescriptor.NoContentId), 16);

    /// <summary>Another one than <paramref name="current"/>, as text.</summary>
    /// <param name="current">The one that it replaces.</param>
    /// <param name="length">Bytes of the text that it replaces.</param>
    /// <param name="encoding">The encoding of the text.</param>
    public static byte[] Another(uint current, int length, Encoding encoding) =>
        encoding.GetBytes(Digits(length / encoding.GetByteCount("0"), current));

    private static string Digits(int count, uint except)
    {
        while (true)
        {
            var digits = RandomNumberGenerator.GetHexString(count, lowercase: true);
            var value = uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (value != except && value != VmdkDescriptor.NoContentId)
            {
                return digits;
            }
        }
    }
}
