namespace FormatKit.Formats.Vmdk;

/// <summary>The controller that a disk is made for (<c>ddb.adapterType</c>). It decides on the geometry only.</summary>
public enum VmdkAdapter
{
    /// <summary><c>ide</c>.</summary>
    Ide,

    /// <summary><c>buslogic</c>, SCSI.</summary>
    BusLogic,

    /// <summary><c>lsilogic</c>, SCSI.</summary>
    LsiLogic,

    /// <summary><c>legacyESX</c>, SCSI of early ESX.</summary>
    LegacyEsx,
}
