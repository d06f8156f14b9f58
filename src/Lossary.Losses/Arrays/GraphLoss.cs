using System.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The plain way to use a loss struct of several arrays, also one of your own, whose samples are coupled.
/// </summary>
public static class GraphLoss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, IGraphLoss<TLoss>
    {
        /// <summary>The sum and its denominator; overwrites the gradients of those inputs that are variables.</summary>
        /// <param name="inputs">Every input that is not optional, by its name; what to weigh and how to reduce.</param>
        /// <exception cref="ArgumentException">
        /// An input is missing or unknown, or a shape or a number is not what its card says.
        /// </exception>
        public Totals Evaluate<T>(LossInputs<T> inputs)
            where T : unmanaged, IFloatingPointIeee754<T> =>
                ArrayEvaluation.Run<TLoss, GraphTerms<TLoss>, T>(loss, inputs);

        /// <summary>
        /// The diagonal of the Hessian of the terms' sum by one input, by a walk backward for each number.
        /// </summary>
        /// <inheritdoc cref="IArrayLoss.TryCurvature"/>
        public bool TryCurvature<T>(LossInputs<T> inputs, string name, Span<T> curvature)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            ArrayEvaluation.TryCurvature<TLoss, GraphTerms<TLoss>, T>(loss, inputs, name, curvature);
    }
}
