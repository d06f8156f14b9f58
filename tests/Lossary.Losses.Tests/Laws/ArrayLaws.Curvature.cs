namespace Lossary.Losses.Tests;

/// <content>Second derivatives on plain arrays.</content>
public abstract partial class ArrayLaws<TLoss>
{
    [Fact]
    public void Curvature_is_the_slope_of_the_gradient()
    {
        LossInputs<double> inputs = Example(25);
        inputs.Reduction = Reduction.Sum;
        foreach (InputCard card in Differentiable.Where(card => inputs.Find(card.Name) is not null))
        {
            double[] curvature = new double[inputs[card.Name].Shape.Length];
            double[] gradient = Slopes(inputs, card.Name);
            SecondOrder order = Subject.Traits.SecondOrder;
            bool isKnown = Subject.TryCurvature(inputs, card.Name, curvature);
            Assert.True(isKnown || order == SecondOrder.None, $"It claims {order} second derivatives and has none by {card.Name}.");
            Assert.Equal(gradient, inputs[card.Name].Gradient.ToArray());
            Assert.All(curvature, bend => Assert.False(double.IsNaN(bend)));
            if (!isKnown || order == SecondOrder.Held)
            {
                continue;
            }

            double scale = curvature.Concat(gradient).Select(Math.Abs).Max();
            for (int i = 0; i < curvature.Length; i++)
            {
                double step = 1e-3 * Math.Clamp(Math.Abs(inputs[card.Name].Values[i]), 0.1, 1);
                double quotient = Bend(inputs, card.Name, i, step), finer = Bend(inputs, card.Name, i, step / 100);
                double tolerance = (GradientPrecision * (scale + Math.Abs(curvature[i]))) + 1e-11;
                bool isClose = Math.Abs(quotient - curvature[i]) <= tolerance || Math.Abs(finer - curvature[i]) <= tolerance;
                Close.Claim(isClose, $"∂²/∂{card.Name}[{i}]²: expected {finer:R}, found {curvature[i]:R}");
            }
        }
    }

    /// <summary>The difference quotient of the gradient, of fourth order.</summary>
    private double Bend(LossInputs<double> inputs, string name, int i, double step) =>
        ((8 * (SlopeAt(inputs, name, i, step) - SlopeAt(inputs, name, i, -step)))
            - (SlopeAt(inputs, name, i, 2 * step) - SlopeAt(inputs, name, i, -2 * step))) / (12 * step);

    private double SlopeAt(LossInputs<double> inputs, string name, int i, double by)
    {
        double kept = inputs[name].Values[i];
        inputs[name].Values[i] = kept + by;
        double slope = Slopes(inputs, name)[i];
        inputs[name].Values[i] = kept;
        return slope;
    }

    private double[] Slopes(LossInputs<double> inputs, string name)
    {
        Subject.Evaluate(inputs);
        return inputs[name].Gradient.ToArray();
    }
}
