using System.Numerics;

namespace Lossary.Losses;

/// <summary>The plain way to use a loss struct of several numbers for each sample, also one of your own.</summary>
public static class FormulaLoss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, IFormulaLoss<TLoss>
    {
        /// <summary>The sum and its denominator; overwrites the gradients of those inputs that are variables.</summary>
        /// <param name="inputs">Every input that is not optional, by its name; what to weigh and how to reduce.</param>
        /// <exception cref="ArgumentException">
        /// An input is missing or unknown, or a shape or a number is not what its card says.
        /// </exception>
        public Totals Evaluate<T>(LossInputs<T> inputs)
            where T : unmanaged, IFloatingPointIeee754<T> =>
                ArrayEvaluation.Run<TLoss, FormulaTerms<TLoss>, T>(loss, inputs);

        /// <summary>
        /// The exact second derivative of each term by each number of one input, unweighted: the diagonal of the
        /// Hessian of the terms' sum.
        /// </summary>
        /// <param name="inputs">Every input that is not optional, by its name.</param>
        /// <param name="name">An input that the loss is differentiated by.</param>
        /// <param name="curvature">Overwritten; as long as that input.</param>
        /// <exception cref="ArgumentException">
        /// An input is missing, unknown or not what its card says, or <paramref name="curvature"/> has another length.
        /// </exception>
        public void Curvature<T>(LossInputs<T> inputs, string name, Span<T> curvature)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            ArrayEvaluation.TryCurvature<TLoss, FormulaTerms<TLoss>, T>(loss, inputs, name, curvature);
    }
}
