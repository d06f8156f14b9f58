using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Audit;

/// <summary>How far the gradient of a loss is from difference quotients of its value, where it has no formula of one sample.</summary>
/// <param name="Key">The loss.</param>
/// <param name="Checks">How many derivatives were checked.</param>
/// <param name="Error">The worst deviation, relative to the largest derivative of the example.</param>
internal sealed record GradientFinding(string Key, int Checks, double Error)
{
    private const int Seeds = 3;
    private const int Rows = 12;
    private const int MostOfOneInput = 40;
    private const int Classes = 5;
    private const double Close = 1e-10;

    private static readonly double[] s_steps = [1e-3, 2.5e-4, 6e-5];

    /// <summary>Checks a loss on random examples.</summary>
    public static GradientFinding Of(LossEntry entry) => entry.Create() switch
    {
        IArrayLoss arrays => Check(entry.Card.Key, seed => ArrayExample(arrays, seed)),
        IClassLoss classes => Check(entry.Card.Key, seed => [ClassExample(classes, seed)]),
        _ => throw new ArgumentException("A loss of one prediction has a formula.", nameof(entry)),
    };

    private static GradientFinding Check(string key, Func<ulong, IReadOnlyList<Variable>> example)
    {
        int checks = 0;
        double worst = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            IReadOnlyList<Variable> variables = example(seed);
            double largest = variables.SelectMany(variable => variable.Gradient).Select(Math.Abs).DefaultIfEmpty(0).Max();
            foreach (Variable variable in variables)
            {
                int stride = 1 + ((variable.Gradient.Length - 1) / MostOfOneInput);
                for (int i = 0; i < variable.Gradient.Length; i += stride, checks++)
                {
                    double size = Math.Clamp(Math.Abs(variable.Values[i]), 0.1, 1);
                    double scale = largest + Math.Abs(variable.Gradient[i]), error = double.PositiveInfinity;
                    for (int k = 0; k < s_steps.Length && !(error <= Close * scale); k++)
                    {
                        error = Math.Min(error, Math.Abs(Quotient(variable, i, s_steps[k] * size) - variable.Gradient[i]));
                    }

                    worst = Math.Max(worst, error / scale);
                }
            }
        }

        return new(key, checks, worst);
    }

    /// <summary>The difference quotient of fourth order.</summary>
    private static double Quotient(Variable variable, int i, double step)
    {
        double kept = variable.Values[i];
        double At(double x)
        {
            variable.Values[i] = x;
            return variable.Evaluate();
        }

        double near = At(kept + step) - At(kept - step), far = At(kept + (2 * step)) - At(kept - (2 * step));
        variable.Values[i] = kept;
        return ((8 * near) - far) / (12 * step);
    }

    private static List<Variable> ArrayExample(IArrayLoss loss, ulong seed)
    {
        LossInputs<double> inputs = loss.Example(new RandomStream(seed), Rows);
        loss.Evaluate(inputs);
        LossInputs<double> values = new() { Reduction = inputs.Reduction };
        List<Variable> variables = [];
        foreach (InputCard card in loss.Inputs.Where(card => inputs.Find(card.Name) is not null))
        {
            Tensor<double> tensor = inputs[card.Name];
            double[] numbers = tensor.Values.ToArray();
            values[card.Name] = new(tensor.Shape, numbers);
            if (card.IsDifferentiable)
            {
                variables.Add(new(numbers, tensor.Gradient.ToArray(), () => loss.Evaluate(values).Mean));
            }
        }

        return variables;
    }

    private static Variable ClassExample(IClassLoss loss, ulong seed)
    {
        RandomStream random = new(seed);
        double[] scores = [.. Enumerable.Range(0, Rows * Classes).Select(_ => random.NextNormal())];
        int[] targets = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt(Classes))];
        double[] gradient = new double[scores.Length];
        double Evaluate(double[]? into) => loss.Evaluate(new ClassBatch<double>
        {
            Scores = scores,
            Classes = Classes,
            Targets = targets,
            Gradient = into,
        }).Mean;
        Evaluate(gradient);
        return new(scores, gradient, () => Evaluate(null));
    }

    private sealed record Variable(double[] Values, double[] Gradient, Func<double> Evaluate);
}
