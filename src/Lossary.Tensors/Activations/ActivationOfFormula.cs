using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>An activation whose sweeps are compiled for its formula.</summary>
/// <param name="name">How it is written.</param>
/// <param name="formula">The function.</param>
/// <param name="with">Makes the same function of other parameters; null where it has none.</param>
internal sealed class Activation<TActivation>(
    string name, TActivation formula, Func<double[], Activation>? with = null) : Activation(name)
    where TActivation : struct, IActivation<TActivation>
{
    internal override bool KnowsSlopeFromOutput { get; } = TActivation.KnowsSlopeFromOutput(formula);

    internal override Activation SlopeOfKept => field ??= KnowsSlopeFromOutput
        ? new Activation<OutputSlopeOf<TActivation>>(Name + ":slope_from_output", new(formula))
        : new Activation<SlopeOf<TActivation>>(Name + ":slope", new(formula));

    public override double Value(double x) => formula.Value<Scalar<double>>(x).Number;

    public override double Slope(double x) => TActivation.Slope<Scalar<double>>(formula, x).Number;

    internal override Activation With(ReadOnlySpan<double> parameters) =>
        with is null ? this : with(parameters.ToArray());

    internal override void Forward<T>(ReadOnlySpan<T> input, Span<T> output) =>
        Sweep.Run(new ValueFormula(formula), input, output);

    internal override void Backward<T>(
        ReadOnlySpan<T> kept, ReadOnlySpan<T> gradient, Span<T> result, bool accumulate)
    {
        if (KnowsSlopeFromOutput)
        {
            Sweep.Run(new OutputSlopeFormula(formula), kept, gradient, result, accumulate);
        }
        else
        {
            Sweep.Run(new SlopeFormula(formula), kept, gradient, result, accumulate);
        }
    }

    private readonly struct ValueFormula(TActivation activation) : IFormula
    {
        private readonly TActivation _activation = activation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => _activation.Value(x);
    }

    private readonly struct SlopeFormula(TActivation activation) : IFormula
    {
        private readonly TActivation _activation = activation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> =>
            TActivation.Slope(_activation, x) * y;
    }

    private readonly struct OutputSlopeFormula(TActivation activation) : IFormula
    {
        private readonly TActivation _activation = activation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> =>
            TActivation.SlopeFromOutput(_activation, x) * y;
    }
}
