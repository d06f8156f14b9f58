using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The normaliser of Barron's robust loss as a density, by numerical integration.</summary>
/// <remarks>
/// Z(α) = ∫ e^(−ρ(x, α)) dx. With x = e^(t − e^(−t)) the integrand falls off at both ends at least exponentially, and
/// the trapezoidal rule with steps of 1/16 has all digits of a double.
/// </remarks>
internal static class RobustPartition
{
    private const double Step = 1.0 / 16;
    private const double First = -5;
    private const double Last = 300;
    private const double NothingLeft = -80;

    /// <summary>ln Z of each shape.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="alpha">Any shape; each number above 0 and below 2.</param>
    public static Tensor<T> RobustLogPartition<T>(this Tape<T> tape, Tensor<T> alpha)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(alpha.Shape);
        Tensor<T> slopes = tape.Rent(alpha.Shape);
        for (int i = 0; i < output.Shape.Length; i++)
        {
            (double logarithm, double slope) = At(double.CreateTruncating(alpha.Values[i]));
            output.Values[i] = T.CreateTruncating(logarithm);
            slopes.Values[i] = T.CreateTruncating(slope);
        }

        if (tape.TryRecord(output, alpha.RequiresGradient, out RobustPartitionRecord<T>? record))
        {
            record.Input = alpha;
            record.Slopes = slopes;
        }

        return output;
    }

    /// <summary>ln Z(α), and its derivative −E[∂ρ/∂α].</summary>
    /// <param name="alpha">Above 0 and below 2.</param>
    public static (double Logarithm, double Slope) At(double alpha)
    {
        double rest = 2 - alpha, sum = 0, slopes = 0;
        for (double t = First; t < Last; t += Step)
        {
            double shrink = Math.Exp(-t), logX = t - shrink, square = Math.Exp(2 * logX);
            double log = RealFunctions.Log1P(square / rest), less = RealFunctions.ExpM1(0.5 * alpha * log);
            double exponent = -(rest / alpha * less) + logX;
            if (exponent < NothingLeft && t > 0)
            {
                break;
            }

            double weight = Math.Exp(exponent) * (1 + shrink);
            double ofLog = 0.5 * (log + (alpha * (square / (rest + square)) / rest));
            sum += weight;
            slopes += weight * ((-less * ((1 / alpha) + (rest / (alpha * alpha))))
                + (rest / alpha * (1 + less) * ofLog));
        }

        return (Math.Log(2 * Step * sum), -slopes / sum);
    }

    /// <summary>The second derivative of ln Z(α): the same sum over numbers that carry their derivatives.</summary>
    /// <param name="shape">Above 0 and below 2.</param>
    public static double BendAt(double shape)
    {
        Jet<Scalar<double>> alpha = Jet<Scalar<double>>.Variable(new Scalar<double>(shape)), rest = 2 - alpha, sum = 0;
        for (double t = First; t < Last; t += Step)
        {
            double shrink = Math.Exp(-t), logX = t - shrink, square = Math.Exp(2 * logX);
            Jet<Scalar<double>> log = Jet<Scalar<double>>.Log1P(square / rest);
            Jet<Scalar<double>> less = Jet<Scalar<double>>.ExpM1(0.5 * alpha * log);
            Jet<Scalar<double>> exponent = logX - (rest / alpha * less);
            if (exponent.Value.Number < NothingLeft && t > 0)
            {
                break;
            }

            sum += (1 + shrink) * Jet<Scalar<double>>.Exp(exponent);
        }

        return Jet<Scalar<double>>.Log(sum).Curvature.Number;
    }
}

/// <summary>∂input = ∂output · slope.</summary>
internal sealed class RobustPartitionRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Slopes { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                T part = Output.Gradient[i] * Slopes.Values[i];
                gradient[i] = accumulate ? gradient[i] + part : part;
            }
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (!GradientPass<T>.Wants(Input))
        {
            return;
        }

        Tensor<T> curvatures = pass.Tape.Rent(Input.Shape);
        for (int i = 0; i < curvatures.Values.Length; i++)
        {
            double bend = RobustPartition.BendAt(double.CreateTruncating(Input.Values[i]));
            curvatures.Values[i] = T.CreateTruncating(bend);
        }

        pass.Add(Input, pass.Tape.JetGradient(Input, pass.Upstream, Slopes, curvatures));
    }
}
