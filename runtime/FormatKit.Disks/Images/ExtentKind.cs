namespace FormatKit.Disks.Images;

/// <summary>Where the bytes of an extent are.</summary>
public enum ExtentKind : byte
{
    /// <summary>Nowhere: the format says that they read as zeros.</summary>
    Zero,

    /// <summary>In the image file, as they are.</summary>
    Data,

    /// <summary>Not in this image: they are what its parent has, zeros behind the parent's end.</summary>
    Absent,
}
