namespace Lossary.Tensors;

/// <summary>How many lanes wide a tile of a matrix product is: a constant for the JIT.</summary>
internal interface ILaneCount
{
    static abstract int Count { get; }
}

/// <summary>One lane.</summary>
internal readonly struct OneLane : ILaneCount
{
    public static int Count => 1;
}

/// <summary>Two lanes.</summary>
internal readonly struct TwoLanes : ILaneCount
{
    public static int Count => 2;
}

/// <summary>Three lanes.</summary>
internal readonly struct ThreeLanes : ILaneCount
{
    public static int Count => 3;
}

/// <summary>Four lanes.</summary>
internal readonly struct FourLanes : ILaneCount
{
    public static int Count => 4;
}
