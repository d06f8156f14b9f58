using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Tensors;

/// <summary>The function between two layers: every element goes through it on its own.</summary>
/// <remarks>
/// Immutable, and equal to any other of the same name and parameters. Softmax and its kin, which look at more than
/// one element, are operations of their own.
/// </remarks>
public abstract partial class Activation : IEquatable<Activation>
{
    private protected Activation(string name) => Name = name;

    /// <summary>Each one the library has, with its default parameters.</summary>
    public static IReadOnlyList<Activation> All => field ??=
    [
        None, Celu(), Elu(), Gelu, GeluTanh, HardShrink(), HardSigmoid, HardSwish, HardTanh(), LeakyRelu(), LogSigmoid,
        Mish, Relu, Relu6, Selu, Sigmoid, Silu, Softplus(), SoftShrink(), Softsign, Tanh, TanhShrink,
    ];

    /// <summary>
    /// How it is written: its key, and its parameters where it has any: <c>leaky_relu:negative_slope=0.01</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>True where the slope can be told from what it made: a dense layer then applies it in place.</summary>
    internal abstract bool KnowsSlopeFromOutput { get; }

    /// <summary>
    /// The slope as a function itself, of what a backward half keeps: for gradients that are differentiated again.
    /// </summary>
    internal abstract Activation SlopeOfKept { get; }

    /// <summary>Whether two are the same function.</summary>
    public static bool operator ==(Activation? left, Activation? right) => left?.Name == right?.Name;

    /// <summary>Whether two are different functions.</summary>
    public static bool operator !=(Activation? left, Activation? right) => !(left == right);

    /// <summary>An activation of your own.</summary>
    /// <param name="name">How it is written in tables; two activations of one name count as equal.</param>
    /// <param name="formula">The function.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Activation Of<TActivation>(string name, TActivation formula)
        where TActivation : struct, IActivation<TActivation>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Activation<TActivation>(name, formula);
    }

    /// <summary>Finds an activation by how it is written.</summary>
    /// <param name="text">A key, and parameters where the default ones are not meant: <c>elu:alpha=0.5</c>.</param>
    /// <exception cref="FormatException">No activation is called so, or it has no such parameter.</exception>
    public static Activation Parse(string text) => ActivationText.Parse(text);

    /// <summary>f(x).</summary>
    /// <param name="x">Any number.</param>
    public abstract double Value(double x);

    /// <summary>f′(x); at a kink, the slope that backward passes use.</summary>
    /// <param name="x">Any number.</param>
    public abstract double Slope(double x);

    /// <inheritdoc/>
    public bool Equals(Activation? other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Activation);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    /// <summary>The same function with other parameters, given in their order.</summary>
    internal abstract Activation With(ReadOnlySpan<double> parameters);

    /// <summary>output = f(input); in place is allowed.</summary>
    internal abstract void Forward<T>(ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>result = f′ · gradient, or result + that.</summary>
    /// <param name="kept">What the function made where it knows its slope from that, else what it got.</param>
    /// <param name="gradient">Of what it made.</param>
    /// <param name="result">Of what it got.</param>
    /// <param name="accumulate">True to add to what the result holds.</param>
    internal abstract void Backward<T>(
        ReadOnlySpan<T> kept, ReadOnlySpan<T> gradient, Span<T> result, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>;

    private static double RequireFinite(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite.");

    private static double RequirePositive(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");

    private static double RequireNotNegative(
        double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
}
