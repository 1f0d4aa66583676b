# Sourced: where the Java judges find the engines. `here` is the folder of the judges.
jars=/usr/share/java
# the jar of this package carries the veraPDF engine and its validation profiles
verapdf_classpath=$here/node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar:$jars/jaxb-runtime.jar:$jars/jaxb-core.jar:$jars/jaxb-api.jar
verapdf_classpath+=:$jars/istack-commons-runtime.jar:$jars/txw2.jar:$jars/javax.activation.jar:$jars/FastInfoset.jar:$jars/stax-ex.jar
preflight_classpath=$jars/preflight.jar:$jars/pdfbox2.jar:$jars/fontbox2.jar:$jars/xmpbox.jar:$jars/commons-logging.jar
preflight_classpath+=:$jars/jaxb-api.jar:$jars/jaxb-runtime.jar:$jars/javax.activation.jar
