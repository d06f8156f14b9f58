namespace Lossary.Numerics;

/// <summary>A function of one variable as a type, so that a loop over it is compiled for it.</summary>
internal interface IRealFunction
{
    /// <summary>The function at each slot of <paramref name="x"/>.</summary>
    static abstract TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane>;
}
