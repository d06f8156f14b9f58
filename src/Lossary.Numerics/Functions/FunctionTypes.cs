using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>eˣ.</summary>
internal readonly struct Exponential : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Exp(x);
}

/// <summary>eˣ − 1.</summary>
internal readonly struct ExponentialMinusOne : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.ExpM1(x);
}

/// <summary>ln x.</summary>
internal readonly struct NaturalLogarithm : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Log(x);
}

/// <summary>ln(1 + x).</summary>
internal readonly struct LogarithmOfOnePlus : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Log1P(x);
}

/// <summary>tanh x.</summary>
internal readonly struct HyperbolicTangent : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Tanh(x);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal readonly struct LogisticSigmoid : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Sigmoid(x);
}

/// <summary>ln(1 / (1 + e⁻ˣ)).</summary>
internal readonly struct LogarithmOfSigmoid : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.LogSigmoid(x);
}

/// <summary>ln(1 + eˣ).</summary>
internal readonly struct SoftPlus : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Softplus(x);
}

/// <summary>erf x.</summary>
internal readonly struct ErrorFunction : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Erf(x);
}

/// <summary>erfc x.</summary>
internal readonly struct ComplementaryErrorFunction : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Erfc(x);
}

/// <summary>ln Γ(x).</summary>
internal readonly struct LogarithmOfGamma : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.LogGamma(x);
}

/// <summary>ψ(x).</summary>
internal readonly struct DigammaFunction : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Digamma(x);
}

/// <summary>ψ′(x).</summary>
internal readonly struct TrigammaFunction : IRealFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane At<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Trigamma(x);
}
