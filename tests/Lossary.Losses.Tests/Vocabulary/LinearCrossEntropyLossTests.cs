using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LinearCrossEntropyLossTests() : ArrayLaws<LinearCrossEntropyLoss>(0.1, 2)
{
    [Fact]
    public void Two_classes_cost_what_the_logistic_loss_of_their_difference_does()
    {
        LossInputs<double> inputs = new()
        {
            ["hidden"] = Tensor<double>.Variable(new Shape(1, 2), [2.0, -1]),
            ["weights"] = Tensor<double>.Variable(new Shape(2, 2), [1.0, 0, 0, 3]),
            ["bias"] = Tensor<double>.Variable(new Shape(2), [0.5, 0]),
            ["target"] = new(new Shape(1), new double[] { 0 }),
        };
        double difference = 2.5 - -3, slope = -1 / (1 + Math.Exp(difference));
        Assert.Equal(RealFunctions.Log1P(Math.Exp(-difference)), new LinearCrossEntropyLoss(0).Evaluate(inputs).Mean, 14);
        Assert.Equal(slope, inputs["bias"].Gradient[0], 14);
        Assert.Equal(slope * 1, inputs["hidden"].Gradient[0], 14);
        Assert.Equal(-slope * 3, inputs["hidden"].Gradient[1], 14);
        Assert.Equal(slope * 2, inputs["weights"].Gradient[0], 14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void It_is_cross_entropy_of_the_product_whatever_the_blocks(double smoothing)
    {
        LossInputs<double> inputs = Random<double>(37, 1100, 9, seed: 50);
        double loss = new LinearCrossEntropyLoss(smoothing, 3).Evaluate(inputs).Mean;
        (double plain, double[] hidden, double[] weights, double[] bias) = Plain(inputs, smoothing, 3);
        Assert.Equal(plain, loss, 12);
        Equal(hidden, inputs["hidden"].Gradient, 1e-13);
        Equal(weights, inputs["weights"].Gradient, 1e-13);
        Equal(bias, inputs["bias"].Gradient, 1e-13);
    }

    [Fact]
    public void In_floats_gradients_equal_the_plain_form_s_to_a_millionth()
    {
        LossInputs<float> inputs = Random<float>(128, 3000, 32, seed: 51);
        double loss = new LinearCrossEntropyLoss(0).Evaluate(inputs).Mean;
        (double plain, double[] hidden, double[] weights, double[] bias) = Plain(inputs, 0, -1);

        // One number a lane makes chains of thousands of roundings in either form.
        double precision = Wide256<float>.IsAccelerated ? 1e-6 : 4e-6;
        Assert.Equal(plain, loss, 5);
        Equal(hidden, inputs["hidden"].Gradient, precision);
        Equal(weights, inputs["weights"].Gradient, precision);
        Equal(bias, inputs["bias"].Gradient, precision);
    }

    [Fact]
    public void It_takes_at_most_an_eighth_of_the_plain_form_s_memory()
    {
        const int Rows = 256, Classes = 8000, Width = 32;
        LossInputs<float> inputs = Random<float>(Rows, Classes, Width, seed: 52);
        long before = GC.GetAllocatedBytesForCurrentThread();
        new LinearCrossEntropyLoss(0).Evaluate(inputs);
        long fused = GC.GetAllocatedBytesForCurrentThread() - before;
        LossInputs<float> same = Random<float>(Rows, Classes, Width, seed: 52);
        before = GC.GetAllocatedBytesForCurrentThread();
        Plain(same, 0, -1);
        long plain = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(plain >= 2L * Rows * Classes * sizeof(float), $"The plain form took {plain} bytes only.");
        Assert.True(8 * fused <= plain, $"{fused} bytes, the plain form {plain}.");
    }

    [Fact]
    public void A_second_step_allocates_no_blocks()
    {
        LossInputs<float> inputs = Random<float>(64, 2000, 16, seed: 53);
        new LinearCrossEntropyLoss(0).Evaluate(inputs);
        new LinearCrossEntropyLoss(0).Evaluate(inputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        new LinearCrossEntropyLoss(0).Evaluate(inputs);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16384);
    }

    private static void Equal<T>(double[] expected, Span<T> actual, double precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = expected.Select(Math.Abs).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(double.CreateTruncating(actual[i]) - expected[i], -precision * largest, precision * largest);
        }
    }

    private static LossInputs<T> Random<T>(int rows, int classes, int width, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RandomStream random = new(seed);
        T[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(random.NextNormal()))];
        return new()
        {
            ["hidden"] = Tensor<T>.Variable(new Shape(rows, width), Draw(rows * width)),
            ["weights"] = Tensor<T>.Variable(new Shape(classes, width), Draw(classes * width)),
            ["bias"] = Tensor<T>.Variable(new Shape(classes), Draw(classes)),
            ["target"] = new(new Shape(rows), Enumerable.Range(0, rows).Select(i => T.CreateTruncating(i * 7 % classes)).ToArray()),
        };
    }

    /// <summary>The layer's product and the library's cross entropy of its rows.</summary>
    private static (double Loss, double[] Hidden, double[] Weights, double[] Bias) Plain<T>(
        LossInputs<T> inputs, double smoothing, int ignored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = inputs["hidden"].Shape[0], width = inputs["hidden"].Shape[1], classes = inputs["weights"].Shape[0];
        Tape<T> tape = new();
        Tensor<T> hidden = Tensor<T>.Variable(inputs["hidden"].Shape, inputs["hidden"].Values);
        Tensor<T> weights = Tensor<T>.Variable(inputs["weights"].Shape, inputs["weights"].Values);
        Tensor<T> bias = Tensor<T>.Variable(inputs["bias"].Shape, inputs["bias"].Values);
        Tensor<T> logits = tape.Add(
            tape.MatMul(hidden, tape.Permute(weights, [1, 0])), tape.BroadcastTo(bias, new Shape(rows, classes)));
        IClassLoss loss = (IClassLoss)LossCatalogue.Find("cross-entropy").Create(smoothing);
        int[] targets = inputs.Whole("target");
        Tensor<T> gradient = tape.Rent(logits.Shape);
        double mean;
        if (logits is Tensor<float> singles)
        {
            mean = loss.Evaluate(new ClassBatch<float>
            {
                Scores = singles.Values,
                Classes = classes,
                Targets = targets,
                IgnoredClass = ignored,
                Gradient = ((Tensor<float>)(object)gradient).Values,
            }).Mean;
        }
        else
        {
            mean = loss.Evaluate(new ClassBatch<double>
            {
                Scores = ((Tensor<double>)(object)logits).Values,
                Classes = classes,
                Targets = targets,
                IgnoredClass = ignored,
                Gradient = ((Tensor<double>)(object)gradient).Values,
            }).Mean;
        }

        tape.Backward(tape.Sum(tape.Multiply(logits, gradient)));
        return (mean, Wide(hidden), Wide(weights), Wide(bias));

        static double[] Wide(Tensor<T> tensor) => [.. tensor.Gradient.ToArray().Select(double.CreateTruncating)];
    }
}
