using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A Dirichlet distribution over the classes for each row, whose concentrations are 1 and the evidence.
/// </summary>
/// <param name="Concentrations">α = 1 + ln(1 + e^z), <c>[n, k]</c>.</param>
/// <param name="Sums">Their sums over the classes, repeated, <c>[n, k]</c>.</param>
/// <param name="OneHot">1 for the class of each row, <c>[n, k]</c>.</param>
internal readonly record struct DirichletEvidence<T>(Tensor<T> Concentrations, Tensor<T> Sums, Tensor<T> OneHot)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>From the scores and classes of <see cref="ClassCards.OfClasses"/>.</summary>
    public static DirichletEvidence<T> Of(Tape<T> tape, LossInputs<T> inputs)
    {
        Tensor<T> scores = inputs[ClassCards.Score];
        Tensor<T> concentrations = tape.Shift(tape.Activate(scores, Activation.Softplus()), 1);
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, ClassCards.Target), scores.Shape[1]);
        return new(concentrations, SumsOf(tape, concentrations), oneHot);
    }

    /// <summary>
    /// Terms that add the divergence of the wrong evidence to a formula of concentration, sum and target.
    /// </summary>
    public LossTerms<T> Terms<TFormula>(Tape<T> tape, TFormula formula, double strength)
        where TFormula : struct, ISampleFormula
    {
        Tensor<T> risk = tape.Sum(tape.Formula(formula, Concentrations, Sums, OneHot), [-1]);
        return new(strength == 0 ? risk : tape.Add(risk, tape.Scale(WrongEvidence(tape), strength)));
    }

    /// <summary>KL(Dir(α̃) ‖ Dir(1)), with α̃ = 1 for the true class and α for the others.</summary>
    private Tensor<T> WrongEvidence(Tape<T> tape)
    {
        Tensor<T> ones = tape.Rent(Concentrations.Shape);
        ones.Values.Fill(T.One);
        Tensor<T> wrong = tape.Where(OneHot, ones, Concentrations);
        Tensor<T> sums = SumsOf(tape, wrong);
        Tensor<T> parts = tape.Sum(tape.Formula(default(DivergencePart), wrong, sums), [-1]);
        Tensor<T> whole = tape.Formula(default(LogGammaOf), tape.Sum(wrong, [-1]));
        return tape.Shift(tape.Add(parts, whole), -RealFunctions.LogGamma((double)Concentrations.Shape[1]));
    }

    private static Tensor<T> SumsOf(Tape<T> tape, Tensor<T> concentrations) =>
        tape.BroadcastTo(tape.Sum(concentrations, [-1], keepDimensions: true), concentrations.Shape);

    private readonly struct DivergencePart : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            ((x[0] - 1) * (TLane.Digamma(x[0]) - TLane.Digamma(x[1]))) - TLane.LogGamma(x[0]);
    }

    private readonly struct LogGammaOf : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.LogGamma(x[0]);
    }
}
