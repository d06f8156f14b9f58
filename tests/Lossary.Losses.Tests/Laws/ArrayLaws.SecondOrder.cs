using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <content>Gradients that are themselves differentiated.</content>
public abstract partial class ArrayLaws<TLoss>
{
    /// <summary>How far a product of the Hessian may be off a difference quotient, relative to its largest number.</summary>
    protected virtual double HessianPrecision => 10 * GradientPrecision;

    [Theory]
    [InlineData(31UL)]
    [InlineData(32UL)]
    public void A_product_of_the_Hessian_is_the_slope_of_the_gradient_along_it(ulong seed)
    {
        LossInputs<double> inputs = Example(seed);
        Tensor<double>[] variables = [.. Differentiable.Select(card => inputs.Find(card.Name)).OfType<Tensor<double>>()];
        Tape<double> tape = new();
        Tensor<double> loss = tape.Loss(Subject, inputs, out _);
        Tensor<double>[] gradients = new Tensor<double>[variables.Length];
        if (Subject.Traits.SecondOrder == SecondOrder.None)
        {
            NotSupportedException refusal = Assert.Throws<NotSupportedException>(
                () => tape.Gradient(loss, variables, gradients));
            Assert.Contains(" cannot be differentiated twice: ", refusal.Message, StringComparison.Ordinal);
            return;
        }

        tape.Gradient(loss, variables, gradients);
        double[][] directions = Directions(variables, new RandomStream(seed));
        double[][] products = Products(tape, variables, gradients, directions);
        Assert.True(IsGradientOfValue || Subject.Traits.SecondOrder == SecondOrder.Held, "The gradient is not that of the value.");
        if (Subject.Traits.SecondOrder == SecondOrder.Held)
        {
            return;
        }

        double[][] differences = Along(inputs, variables, directions, 1e-3), finer = Along(inputs, variables, directions, 1e-5);
        double largest = differences.Concat(products).SelectMany(part => part).Select(Math.Abs).Max();
        for (int k = 0; k < variables.Length; k++)
        {
            for (int i = 0; i < products[k].Length; i++)
            {
                double off = Math.Min(
                    Math.Abs(products[k][i] - differences[k][i]), Math.Abs(products[k][i] - finer[k][i]));
                Close.Claim(
                    off <= (HessianPrecision * largest) + 1e-10,
                    $"row {i} of variable {k}: expected {finer[k][i]:R}, found {products[k][i]:R} (seed {seed})");
            }
        }
    }

    /// <remarks>
    /// Fused and in small operations: also where both hold a weight, so that neither is the value's slope.
    /// </remarks>
    [Fact]
    public void A_gradient_to_be_differentiated_is_the_gradient()
    {
        LossInputs<double> inputs = Example(33);
        Tensor<double>[] variables = [.. Differentiable.Select(card => inputs.Find(card.Name)).OfType<Tensor<double>>()];
        Assert.NotEmpty(variables);
        if (Subject.Traits.SecondOrder == SecondOrder.None)
        {
            return;
        }

        Tape<double> tape = new();
        Tensor<double>[] gradients = new Tensor<double>[variables.Length];
        tape.Gradient(tape.Loss(Subject, inputs, out _), variables, gradients);
        Subject.Evaluate(inputs);
        double largest = variables.SelectMany(variable => variable.Gradient.ToArray()).Select(Math.Abs).Max();
        for (int k = 0; k < variables.Length; k++)
        {
            for (int i = 0; i < gradients[k].Values.Length; i++)
            {
                Close.Check(variables[k].Gradient[i], gradients[k].Values[i], 1e-9, 1e-10 * (1 + largest), $"row {i} of variable {k}");
            }
        }
    }

    /// <summary>By how much each number is moved: less where it is small, so that it stays in its domain.</summary>
    private static double[][] Directions(Tensor<double>[] variables, RandomStream random) =>
        [.. variables.Select(variable => variable.Values.ToArray()
            .Select(x => Math.Clamp(Math.Abs(x), 0.1, 1) * ((2 * random.NextDouble()) - 1)).ToArray())];

    /// <summary>The Hessian times the directions, by a second walk backward.</summary>
    private static double[][] Products(
        Tape<double> tape, Tensor<double>[] variables, Tensor<double>[] gradients, double[][] directions)
    {
        Tensor<double>? along = null;
        for (int k = 0; k < variables.Length; k++)
        {
            variables[k].ClearGradient();
            Tensor<double> part = tape.Sum(
                tape.Multiply(gradients[k], tape.Constant(variables[k].Shape, directions[k])));
            along = along is null ? part : tape.Add(along, part);
        }

        if (along!.RequiresGradient)
        {
            tape.Backward(along);
        }

        return [.. variables.Select(variable => variable.Gradient.ToArray())];
    }

    /// <summary>The difference quotient of fourth order of the gradients along the directions.</summary>
    private double[][] Along(
        LossInputs<double> inputs, Tensor<double>[] variables, double[][] directions, double step)
    {
        double[][] centres = [.. variables.Select(variable => variable.Values.ToArray())];
        double[][] sums = [.. centres.Select(centre => new double[centre.Length])];
        foreach ((double at, double factor) in new[] { (1.0, 8.0), (-1, -8), (2, -1), (-2, 1) })
        {
            for (int k = 0; k < variables.Length; k++)
            {
                for (int i = 0; i < centres[k].Length; i++)
                {
                    variables[k].Values[i] = centres[k][i] + (at * step * directions[k][i]);
                }
            }

            Subject.Evaluate(inputs);
            for (int k = 0; k < variables.Length; k++)
            {
                for (int i = 0; i < centres[k].Length; i++)
                {
                    sums[k][i] += factor * variables[k].Gradient[i] / (12 * step);
                }
            }
        }

        for (int k = 0; k < variables.Length; k++)
        {
            centres[k].CopyTo(variables[k].Values);
        }

        return sums;
    }
}
