namespace FormatKit;

/// <summary>
/// The parameters of CRCs of 16 bits that have names, for <see cref="Crc16{TParameters}"/>: they are those of the
/// catalogue of parametrised CRC algorithms (Greg Cook). Another one is a struct of four properties.
/// </summary>
public static class Crc16
{
    /// <summary>CRC-16/ARC, of LHA and of IBM's early protocols: 0xBB3D over <c>123456789</c>.</summary>
    public readonly struct Arc : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x8005;

        /// <inheritdoc/>
        public static ushort Init => 0;

        /// <inheritdoc/>
        public static bool IsReflected => true;

        /// <inheritdoc/>
        public static ushort XorOut => 0;
    }

    /// <summary>CRC-16/MODBUS: 0x4B37 over <c>123456789</c>.</summary>
    public readonly struct Modbus : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x8005;

        /// <inheritdoc/>
        public static ushort Init => 0xFFFF;

        /// <inheritdoc/>
        public static bool IsReflected => true;

        /// <inheritdoc/>
        public static ushort XorOut => 0;
    }

    /// <summary>CRC-16/USB, of USB data packets: 0xB4C8 over <c>123456789</c>.</summary>
    public readonly struct Usb : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x8005;

        /// <inheritdoc/>
        public static ushort Init => 0xFFFF;

        /// <inheritdoc/>
        public static bool IsReflected => true;

        /// <inheritdoc/>
        public static ushort XorOut => 0xFFFF;
    }

    /// <summary>CRC-16/KERMIT, also CCITT-TRUE: 0x2189 over <c>123456789</c>.</summary>
    public readonly struct Kermit : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x1021;

        /// <inheritdoc/>
        public static ushort Init => 0;

        /// <inheritdoc/>
        public static bool IsReflected => true;

        /// <inheritdoc/>
        public static ushort XorOut => 0;
    }

    /// <summary>CRC-16/IBM-SDLC, also X-25, of HDLC and PPP: 0x906E over <c>123456789</c>.</summary>
    public readonly struct X25 : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x1021;

        /// <inheritdoc/>
        public static ushort Init => 0xFFFF;

        /// <inheritdoc/>
        public static bool IsReflected => true;

        /// <inheritdoc/>
        public static ushort XorOut => 0xFFFF;
    }

    /// <summary>CRC-16/XMODEM, also of ZMODEM: 0x31C3 over <c>123456789</c>.</summary>
    public readonly struct Xmodem : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x1021;

        /// <inheritdoc/>
        public static ushort Init => 0;

        /// <inheritdoc/>
        public static bool IsReflected => false;

        /// <inheritdoc/>
        public static ushort XorOut => 0;
    }

    /// <summary>CRC-16/IBM-3740, also CCITT-FALSE: 0x29B1 over <c>123456789</c>.</summary>
    public readonly struct CcittFalse : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x1021;

        /// <inheritdoc/>
        public static ushort Init => 0xFFFF;

        /// <inheritdoc/>
        public static bool IsReflected => false;

        /// <inheritdoc/>
        public static ushort XorOut => 0;
    }

    /// <summary>CRC-16/GENIBUS, also EPC, I-CODE: 0xD64E over <c>123456789</c>.</summary>
    public readonly struct Genibus : ICrc16Parameters
    {
        /// <inheritdoc/>
        public static ushort Polynomial => 0x1021;

        /// <inheritdoc/>
        public static ushort Init => 0xFFFF;

        /// <inheritdoc/>
        public static bool IsReflected => false;

        /// <inheritdoc/>
        public static ushort XorOut => 0xFFFF;
    }
}
