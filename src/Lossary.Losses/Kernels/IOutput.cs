using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What a sweep computes and writes beside the sum: one policy struct each.</summary>
internal interface IOutput<T>
    where T : unmanaged
{
    /// <summary>Evaluates one lane, writes what is wanted of it, and returns the weighted losses.</summary>
    static abstract TLane Take<TLoss, TLane, TWeighting>(
        TLoss loss, in SampleBuffers<T> at, nint offset, TLane scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWeighting : struct, IWeighting<T>;
}

/// <summary>Nothing but the sum.</summary>
internal readonly struct SumOnly<T> : IOutput<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Take<TLoss, TLane, TWeighting>(
        TLoss loss, in SampleBuffers<T> at, nint offset, TLane scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWeighting : struct, IWeighting<T>
    {
        TLane value = TLoss.ValueAt(loss, TLane.Load(ref at.Predictions, offset), TLane.Load(ref at.Targets, offset));
        return TWeighting.Apply(TWeighting.Weight<TLane>(at, offset), value);
    }
}

/// <summary>Each sample's loss (reduction "none").</summary>
internal readonly struct EachValue<T> : IOutput<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Take<TLoss, TLane, TWeighting>(
        TLoss loss, in SampleBuffers<T> at, nint offset, TLane scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWeighting : struct, IWeighting<T>
    {
        TLane value = SumOnly<T>.Take<TLoss, TLane, TWeighting>(loss, at, offset, scale);
        TLane.Store(value, ref at.Values, offset);
        return value;
    }
}

/// <summary>The gradient.</summary>
internal readonly struct WithGradient<T> : IOutput<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Take<TLoss, TLane, TWeighting>(
        TLoss loss, in SampleBuffers<T> at, nint offset, TLane scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWeighting : struct, IWeighting<T>
    {
        Dual<TLane> dual = TLoss.SlopeAt(loss, TLane.Load(ref at.Predictions, offset), TLane.Load(ref at.Targets, offset));
        TLane weight = TWeighting.Weight<TLane>(at, offset);
        TLane slope = NotANumber.Carry(dual.Value, dual.Slope);
        TLane.Store(TWeighting.Apply(weight, slope) * scale, ref at.Gradient, offset);
        return TWeighting.Apply(weight, dual.Value);
    }
}

/// <summary>The gradient and the diagonal of the Hessian.</summary>
internal readonly struct WithCurvature<T> : IOutput<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Take<TLoss, TLane, TWeighting>(
        TLoss loss, in SampleBuffers<T> at, nint offset, TLane scale)
        where TLoss : struct, ISampleLoss<TLoss>
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where TWeighting : struct, IWeighting<T>
    {
        Jet<TLane> jet = TLoss.CurvatureAt(loss, TLane.Load(ref at.Predictions, offset), TLane.Load(ref at.Targets, offset));
        TLane weight = TWeighting.Weight<TLane>(at, offset);
        TLane slope = NotANumber.Carry(jet.Value, jet.Slope);
        TLane curvature = NotANumber.Carry(jet.Value, jet.Curvature);
        TLane.Store(TWeighting.Apply(weight, slope) * scale, ref at.Gradient, offset);
        TLane.Store(TWeighting.Apply(weight, curvature) * scale, ref at.Curvature, offset);
        return TWeighting.Apply(weight, jet.Value);
    }
}
