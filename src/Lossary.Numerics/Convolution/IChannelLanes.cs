namespace Lossary.Numerics;

/// <summary>How many lanes of channels a tile of a convolution is wide: a constant for the JIT.</summary>
internal interface IChannelLanes
{
    static abstract int Count { get; }
}

/// <summary>One lane.</summary>
internal readonly struct OneChannelLane : IChannelLanes
{
    public static int Count => 1;
}

/// <summary>Two lanes.</summary>
internal readonly struct TwoChannelLanes : IChannelLanes
{
    public static int Count => 2;
}

/// <summary>Three lanes.</summary>
internal readonly struct ThreeChannelLanes : IChannelLanes
{
    public static int Count => 3;
}

/// <summary>Four lanes.</summary>
internal readonly struct FourChannelLanes : IChannelLanes
{
    public static int Count => 4;
}
