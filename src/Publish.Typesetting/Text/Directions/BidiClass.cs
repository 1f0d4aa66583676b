namespace Publish.Typesetting.Text.Directions;

/// <summary>Bidirectional classes (UAX #9, table 4), in the order of <see cref="BidiData.Runs"/>.</summary>
internal enum BidiClass : byte
{
    /// <summary>Left-to-right letter.</summary>
    L,

    /// <summary>Right-to-left letter.</summary>
    R,

    /// <summary>Right-to-left Arabic letter.</summary>
    AL,

    /// <summary>European number.</summary>
    EN,

    /// <summary>Separator of European numbers.</summary>
    ES,

    /// <summary>Terminator of European numbers.</summary>
    ET,

    /// <summary>Arabic number.</summary>
    AN,

    /// <summary>Common separator of numbers.</summary>
    CS,

    /// <summary>Nonspacing mark.</summary>
    NSM,

    /// <summary>Boundary neutral.</summary>
    BN,

    /// <summary>Paragraph separator.</summary>
    B,

    /// <summary>Segment separator; a forced line break too.</summary>
    S,

    /// <summary>White space.</summary>
    WS,

    /// <summary>Other neutral.</summary>
    ON,

    /// <summary>Left-to-right embedding.</summary>
    LRE,

    /// <summary>Left-to-right override.</summary>
    LRO,

    /// <summary>Right-to-left embedding.</summary>
    RLE,

    /// <summary>Right-to-left override.</summary>
    RLO,

    /// <summary>End of an embedding or override.</summary>
    PDF,

    /// <summary>Left-to-right isolate.</summary>
    LRI,

    /// <summary>Right-to-left isolate.</summary>
    RLI,

    /// <summary>Isolate that goes by its first strong character.</summary>
    FSI,

    /// <summary>End of an isolate.</summary>
    PDI,
}
