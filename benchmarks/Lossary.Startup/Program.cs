// The least that gives a gradient: peers/startup_torch.py does the same in PyTorch, and both are timed from outside.

using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

const int Batch = 32, Inputs = 13;
float[] features = new float[Batch * Inputs], targets = new float[Batch];
features.AsSpan().Fill(1);
targets.AsSpan().Fill(1);
Network<float> network = Network<float>.Perceptron(new PerceptronOptions { Inputs = Inputs });
Tape<float> tape = new();
Tensor<float> predictions = network.Forward(tape, new Tensor<float>(new Shape(Batch, Inputs), features));
tape.Backward(tape.Loss(LossCatalogue.Create<ISampleLoss>("squared"), predictions, targets, [], out _));
float sum = 0;
foreach (float slope in network.Gradients)
{
    sum += slope * slope;
}

Console.WriteLine(sum > 0);
