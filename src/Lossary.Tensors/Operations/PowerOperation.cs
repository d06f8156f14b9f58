using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A power with a constant exponent.</summary>
public static class PowerOperation
{
    /// <summary>xᵖ for each x of the input.</summary>
    /// <remarks>A negative x has a power where the exponent is an integer, and NaN elsewhere.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="exponent">p, any number; nothing is differentiated by it.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Power<T>(this Tape<T> tape, Tensor<T> input, double exponent)
        where T : unmanaged, IFloatingPointIeee754<T> => UnaryOperation.Compute(tape, input, new PowerRule(exponent));
}

/// <summary>∂input = p · inputᵖ⁻¹ · ∂output.</summary>
internal readonly struct PowerRule(double exponent) : IUnaryRule
{
    private readonly Parameter _exponent = new("p", exponent);
    private readonly Parameter _below = new("p-1", exponent - 1);
    private readonly Sign _sign = SignOf(exponent);
    private readonly Sign _signBelow = SignOf(exponent - 1);

    /// <summary>What a power of a negative number is, by its exponent.</summary>
    private enum Sign
    {
        Undefined,
        Even,
        Odd,
    }

    public static string Name => "Power";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => Raise(x, _exponent, _sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream) where TLane : struct, ILane<TLane> =>
        _exponent.Value == 0 ? 0 * upstream : upstream * (_exponent * Raise(input, _below, _signBelow));

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => _exponent.Value == 0
        ? tape.Scale(upstream, 0)
        : tape.Multiply(upstream, tape.Scale(tape.Power(input, _below.Value), _exponent.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Raise<TLane>(TLane x, Parameter exponent, Sign sign) where TLane : struct, ILane<TLane>
    {
        TLane power = TLane.Pow(TLane.Abs(x), exponent);
        return sign switch
        {
            Sign.Even => power,
            Sign.Odd => TLane.WhereLess(x, 0, -power, power),
            _ => TLane.WhereLess(x, 0, double.NaN, power),
        };
    }

    private static Sign SignOf(double exponent)
    {
        double half = exponent / 2;
        return exponent != Math.Floor(exponent) ? Sign.Undefined : half == Math.Floor(half) ? Sign.Even : Sign.Odd;
    }
}
