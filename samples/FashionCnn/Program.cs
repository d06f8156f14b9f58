using System.Globalization;
using Lossary.Data;
using Lossary.Samples;

int epochs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
try
{
    FashionCnn.Run(Console.Out, FashionMnist.ReadTraining(), FashionMnist.ReadTest(), epochs);
    return 0;
}
catch (DataFileException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 3;
}
